package org.scaena.bench.peers;

import java.io.IOException;
import java.net.InetSocketAddress;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.scaena.bench.EmbeddedHost;
import org.scaena.osc.OscEndpoint;
import org.scaena.osc.OscLink;
import org.scaena.osc.OscMessage;
import org.scaena.osc.OscPacket;
import org.scaena.osc.OscTransport;

/** Scaena's transport alone, against a peer on which nobody can log in. */
final class ScaenaLink implements Caller {

    private final OscLink link;
    private final Answers answers = new Answers();

    ScaenaLink(EmbeddedHost host, InetSocketAddress peer) {
        BundleContext context = host.context();
        ServiceReference<OscTransport> transport = context.getServiceReference(OscTransport.class);
        link =
                context.getService(transport)
                        .open("bench", OscEndpoint.local(peer.getPort()), 0, this::received);
    }

    @Override
    public String name() {
        return "Scaena";
    }

    @Override
    public void sync() throws Exception {
        answers.await(send());
    }

    @Override
    public void syncs(int count) throws Exception {
        int[] numbers = new int[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = send();
        }
        for (int number : numbers) {
            answers.await(number);
        }
    }

    @Override
    public void close() throws IOException {
        link.close();
    }

    private int send() {
        int number = answers.next();
        link.send(OscMessage.of("/sync", number));
        return number;
    }

    private void received(OscPacket packet) {
        if (packet instanceof OscMessage message && message.address().equals("/synced")) {
            answers.came(message.intAt(0), message);
        }
    }
}
