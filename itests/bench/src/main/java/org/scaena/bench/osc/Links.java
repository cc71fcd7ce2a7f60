package org.scaena.bench.osc;

import java.net.InetSocketAddress;
import org.scaena.bench.TestScsynth;
import org.scaena.osc.OscCodec;
import org.scaena.osc.OscEndpoint;
import org.scaena.osc.OscLink;
import org.scaena.osc.OscReceiver;
import org.scaena.osc.OscTransport;
import org.scaena.osc.internal.ChannelTransport;
import org.scaena.osc.internal.ScaenaCodec;
import org.scaena.server.internal.ScsynthPacing;

/** Links as the host opens them. */
final class Links {

    static final OscCodec CODEC = new ScaenaCodec();

    private static final OscTransport TRANSPORT = new ChannelTransport(CODEC);

    private Links() {}

    /** A link to a peer of which nothing is known. */
    static OscLink to(InetSocketAddress peer, OscReceiver receiver) {
        return TRANSPORT.open("bench", OscEndpoint.local(peer.getPort()), 0, receiver);
    }

    /** A link to scsynth, paced for it. */
    static OscLink to(TestScsynth scsynth, OscReceiver receiver) {
        return TRANSPORT.open(
                "bench",
                OscEndpoint.local(scsynth.address().getPort()),
                0,
                receiver,
                new ScsynthPacing());
    }
}
