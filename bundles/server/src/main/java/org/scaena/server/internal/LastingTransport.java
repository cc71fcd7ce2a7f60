package org.scaena.server.internal;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.scaena.osc.OscCodec;
import org.scaena.osc.OscEndpoint;
import org.scaena.osc.OscPacing;
import org.scaena.osc.OscTransport;

/** Opens links that outlast the bundle that provides them. */
final class LastingTransport implements Replaceable.Succession<OscTransport> {

    private final Replaceable<OscTransport> transport;
    private final Replaceable<OscPacing> pacing;
    private final Set<LastingLink> links = ConcurrentHashMap.newKeySet();

    LastingTransport(Replaceable<OscTransport> transport, Replaceable<OscPacing> pacing) {
        this.transport = transport;
        this.pacing = pacing;
        transport.succeededBy(this);
    }

    /**
     * Opens a link to a server.
     *
     * @param localPort from which; 0: any
     * @param heir what comes from the server goes here, whichever bundle reads it
     */
    LastingLink open(String name, OscEndpoint remote, int localPort, LastingLink.Heir heir) {
        LastingLink link = new LastingLink(name, remote, heir, pacing.get(), links::remove);
        links.add(link);
        link.begin(transport.get(), localPort);
        return link;
    }

    /** What the servers of the moment can take. */
    OscPacing pacing() {
        return pacing.get();
    }

    /** The transport of the moment, for a link that need not outlast it. */
    OscTransport now() {
        return transport.get();
    }

    /** The codec of the moment. */
    OscCodec codec() {
        return now().codec();
    }

    @Override
    public void goes(OscTransport last) {
        links.forEach(LastingLink::part);
    }

    @Override
    public void came(OscTransport next) {
        links.forEach(link -> link.rejoin(next));
    }
}
