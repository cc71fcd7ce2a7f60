package org.scaena.server.internal;

import java.util.concurrent.CompletableFuture;
import org.scaena.osc.OscPacing;
import org.scaena.osc.OscTransport;

/** Lasting links where there is no framework. */
final class Links {

    private final Replaceable<OscTransport> transport = new Replaceable<>(OscTransport.class);
    private final Replaceable<OscPacing> pacing = new Replaceable<>(OscPacing.class);
    private final LastingTransport lasting = new LastingTransport(transport, pacing);

    Links(OscTransport first) {
        pacing.replace(new ScsynthPacing());
        transport.replace(first);
    }

    static LastingTransport over(OscTransport transport) {
        return new Links(transport).lasting();
    }

    LastingTransport lasting() {
        return lasting;
    }

    /** The transport goes, as soon as the server has answered. */
    void leave(ModelScsynth server) {
        CompletableFuture<Void> gone = CompletableFuture.runAsync(() -> transport.replace(null));
        while (!gone.isDone()) {
            server.period();
            Thread.onSpinWait();
        }
        gone.join();
    }

    /** The next transport comes. */
    void come(OscTransport next) {
        transport.replace(next);
    }
}
