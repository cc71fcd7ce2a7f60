package org.scaena.bench.osc;

import org.scaena.bench.JmhCosts;
import org.scaena.bench.Line;
import org.scaena.bench.Promise;
import org.scaena.bench.Report;

/** What it costs to write and read one message. */
final class CodecCosts {

    void run(Report report) throws Exception {
        JmhCosts costs = JmhCosts.of(org.scaena.jmh.CodecCosts.class);
        report.section("one /n_set of two controls, 40 bytes");
        Line floor = report.line("write: bare ByteBuffer", costs.time("writeBare"), "ns");
        report.line("write: Scaena's codec", costs.time("writeScaena"), "ns")
                .over(floor)
                .promise(Promise.ratioAtMost(1.5))
                .because("a codec looks at the type of each argument");
        report.line("write: JavaOSC, guarded", costs.time("writeJavaOsc"), "ns").over(floor);
        Line read = report.line("read: Scaena's codec", costs.time("readScaena"), "ns");
        report.line("read: JavaOSC, guarded", costs.time("readJavaOsc"), "ns").over(read);
        report.line("allocated for writing one", costs.allocated("writeScaena"), "B")
                .promise(Promise.neverAbove(0));
        report.line("allocated for reading one", costs.allocated("readScaena"), "B");
    }
}
