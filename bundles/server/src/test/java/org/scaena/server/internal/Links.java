package org.scaena.server.internal;

import org.scaena.osc.OscPacing;
import org.scaena.osc.OscTransport;

/** Lasting links where there is no framework. */
final class Links {

    private Links() {}

    static LastingTransport over(OscTransport transport) {
        Replaceable<OscTransport> transports = new Replaceable<>(OscTransport.class);
        Replaceable<OscPacing> pacings = new Replaceable<>(OscPacing.class);
        LastingTransport lasting = new LastingTransport(transports, pacings);
        pacings.replace(new ScsynthPacing());
        transports.replace(transport);
        return lasting;
    }
}
