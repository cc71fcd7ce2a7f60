package org.scaena.bench.peers;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.ServiceRegistration;
import org.scaena.bench.EmbeddedHost;
import org.scaena.catalogue.ControlBusCommands;
import org.scaena.command.Reply;
import org.scaena.node.NodeEvent;
import org.scaena.node.NodeListener;
import org.scaena.node.Synth;
import org.scaena.server.Client;

/** Scaena, as a plugin uses it: its client, its nodes, its listeners. */
final class Scaena implements Contender {

    /** What a login's own ids have in common is above these. */
    private static final int NODE_ID_BITS = 26;

    private final Client client;
    private final ServiceRegistration<NodeListener> listening;
    private volatile @Nullable Tally tally;
    private @Nullable Synth synth;

    Scaena(EmbeddedHost host) {
        client = host.client();
        listening = host.context().registerService(NodeListener.class, this::tell, null);
    }

    @Override
    public String name() {
        return "Scaena";
    }

    @Override
    public void sync() {
        client.sync().await();
    }

    @Override
    public void syncs(int count) {
        List<Reply<?>> replies = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            replies.add(client.sync());
        }
        replies.forEach(Reply::await);
    }

    @Override
    public void begin() {
        synth = client.synth(DEFINITION);
        sync();
    }

    @Override
    public void set(float value) {
        Synth playing = synth;
        if (playing != null) {
            playing.set("freq", value);
        }
    }

    @Override
    public void setBus(int bus, float value) {
        client.send(ControlBusCommands.set(bus, value).message());
    }

    @Override
    public float[] buses(int first, int count) {
        return client.request(ControlBusCommands.getRange(first, count)).await();
    }

    @Override
    public void play(int count, Tally newTally) {
        tally = newTally;
        for (int i = 0; i < count; i++) {
            client.synth(DEFINITION).free();
        }
        sync();
    }

    @Override
    public void close() {
        listening.unregister();
    }

    /** The tree tells of the others' nodes, too. */
    private boolean isOurs(int node) {
        return node >> NODE_ID_BITS == client.id();
    }

    private void tell(NodeEvent event) {
        Tally counting = tally;
        if (counting == null || event.node().group() || !isOurs(event.node().id())) {
            return;
        }
        if (event.kind() == NodeEvent.Kind.WENT) {
            counting.went(event.node().id());
        } else if (event.kind() == NodeEvent.Kind.ENDED) {
            counting.ended(event.node().id());
        }
    }
}
