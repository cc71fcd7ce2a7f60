package org.scaena.server.internal;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.scaena.command.Subscription;
import org.scaena.osc.OscMessage;
import org.scaena.process.ManagedProcess;
import org.scaena.server.DumpOscLevel;

/** Hands what one run of a server prints of its incoming packets to those who asked for it. */
final class DumpOsc {

    private final Session session;
    private final Executor threads;
    private final CallMeters meters;
    private final Map<Object, Subscription> listening = new ConcurrentHashMap<>();

    DumpOsc(Session session, Executor threads, CallMeters meters) {
        this.session = session;
        this.threads = threads;
        this.meters = meters;
    }

    /** The message that chooses a level. */
    static OscMessage message(DumpOscLevel level) {
        return OscMessage.of("/dumpOSC", level.number());
    }

    Subscription listen(ManagedProcess process, DumpOscLevel level, Consumer<String> line) {
        DumpText dump = new DumpText();
        Mailbox mailbox =
                new Mailbox("a listener to dumped OSC", threads, meters.of(Owners.of(line)));
        Object key = new Object();
        Subscription output =
                process.listen(
                        printed -> {
                            if (dump.accepts(printed.text())) {
                                mailbox.put(() -> line.accept(printed.text()));
                            }
                        });
        listening.put(key, output);
        session.send(message(level));
        return () -> close(key);
    }

    private void close(Object key) {
        Subscription output = listening.remove(key);
        if (output != null) {
            output.close();
            if (listening.isEmpty() && session.isOpen()) {
                session.send(message(DumpOscLevel.OFF));
            }
        }
    }
}
