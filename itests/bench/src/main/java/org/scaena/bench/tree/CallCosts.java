package org.scaena.bench.tree;

import java.util.LinkedHashMap;
import java.util.Map;
import org.scaena.bench.JmhCosts;
import org.scaena.bench.Report;
import org.scaena.jmh.ServiceCosts;

/** Single calls of allocator, tree and registry, a thousand of each being there. */
final class CallCosts {

    private CallCosts() {}

    static void measure(Report report) throws Exception {
        report.progress("single calls");
        JmhCosts costs = JmhCosts.of(ServiceCosts.class);
        Map<String, String> calls = new LinkedHashMap<>();
        calls.put("nodeId", "a node id lent and taken back");
        calls.put("fourBuses", "4 buses lent and taken back");
        calls.put("nodeGoesAndEnds", "/n_go and /n_end taken in");
        calls.put("controlIsSet", "a control's value noted");
        calls.put("definitionIsFound", "a definition found");
        report.section("a call, 1,000 ids, nodes, definitions there");
        calls.forEach((method, what) -> report.line(what, costs.time(method), "ns"));
        report.section("allocated for it");
        calls.forEach((method, what) -> report.line(what, costs.allocated(method), "B"));
    }
}
