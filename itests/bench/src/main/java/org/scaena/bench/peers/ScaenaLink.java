package org.scaena.bench.peers;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.scaena.bench.EmbeddedHost;
import org.scaena.command.Reply;
import org.scaena.osc.OscEndpoint;
import org.scaena.osc.OscLink;
import org.scaena.osc.OscMessage;
import org.scaena.osc.OscPacket;
import org.scaena.osc.OscTransport;

/** Scaena's transport alone, against a peer on which nobody can log in. */
final class ScaenaLink implements Caller {

    private final OscLink link;
    private final Map<Integer, Reply<Object>> replies = new ConcurrentHashMap<>();
    private final AtomicInteger last = new AtomicInteger();

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
    public void sync() {
        send().await();
    }

    @Override
    public void syncs(int count) {
        List<Reply<Object>> sent = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            sent.add(send());
        }
        sent.forEach(Reply::await);
    }

    @Override
    public void close() throws IOException {
        link.close();
    }

    private Reply<Object> send() {
        int number = last.incrementAndGet();
        Reply<Object> reply = new Reply<>("/sync");
        replies.put(number, reply);
        link.send(OscMessage.of("/sync", number));
        return reply;
    }

    private void received(OscPacket packet) {
        if (packet instanceof OscMessage message && message.address().equals("/synced")) {
            Reply<Object> reply = replies.remove(message.intAt(0));
            if (reply != null) {
                reply.complete(message);
            }
        }
    }
}
