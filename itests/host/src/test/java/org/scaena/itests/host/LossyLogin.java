package org.scaena.itests.host;

import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.scaena.catalogue.ServerCommands;
import org.scaena.command.Command;
import org.scaena.command.CommandFailedException;
import org.scaena.command.CommandSender;
import org.scaena.command.Done;
import org.scaena.command.Reply;
import org.scaena.command.ReplyKey;
import org.scaena.node.GroupSnapshot;
import org.scaena.node.NodeTree;
import org.scaena.node.NodeTreeService;
import org.scaena.osc.OscBundle;
import org.scaena.osc.OscEndpoint;
import org.scaena.osc.OscLink;
import org.scaena.osc.OscMessage;
import org.scaena.osc.OscPacket;
import org.scaena.osc.OscReceiver;
import org.scaena.osc.OscTransport;
import org.scaena.server.ServerStatus;

/** Another client of a server, with a mirror that does not hear of everything. */
final class LossyLogin implements CommandSender, AutoCloseable {

    private record Pending<R>(Command<R> command, ReplyKey key, Reply<R> reply) {

        boolean isAnsweredBy(OscMessage message) {
            return key.matches(message);
        }

        void complete(OscMessage message) {
            reply.complete(command.decoder().apply(message));
        }
    }

    private final Random random = new Random(9);
    private final int percentLost;
    private final Queue<Pending<?>> open = new ConcurrentLinkedQueue<>();
    private final AtomicInteger syncs = new AtomicInteger();
    private final OscLink link;
    private final NodeTree tree;

    LossyLogin(OscTransport transport, NodeTreeService trees, OscEndpoint server, int percentLost) {
        this.percentLost = percentLost;
        this.tree = trees.open("lossy", this);
        this.link =
                transport.open(
                        "lossy",
                        server,
                        0,
                        new OscReceiver() {
                            @Override
                            public void received(OscPacket packet) {
                                take(packet);
                            }

                            @Override
                            public void peerGone(String why) {
                                // the test ends as well
                            }
                        });
        request(ServerCommands.logIn()).await();
        tree.refresh().await();
    }

    NodeTree tree() {
        return tree;
    }

    /** The mirror, after it was told how many nodes the server has. */
    GroupSnapshot counted() {
        ServerStatus status = request(ServerCommands.status()).await();
        tree.counted(status.numSynths(), status.numGroups());
        return tree.snapshot();
    }

    Reply<Done> sync() {
        return request(Command.silent(ServerCommands.none().message()));
    }

    private void take(OscPacket packet) {
        if (packet instanceof OscBundle bundle) {
            bundle.elements().forEach(this::take);
        } else if (packet instanceof OscMessage message && !isLost(message)) {
            tree.notified(message);
            answer(message);
        }
    }

    private boolean isLost(OscMessage message) {
        return message.address().startsWith("/n_")
                && !message.address().equals("/n_info")
                && random.nextInt(100) < percentLost;
    }

    private void answer(OscMessage message) {
        if (message.address().equals("/fail")) {
            fail(message.stringAt(0), message.stringAt(1));
            return;
        }
        for (Pending<?> pending : open) {
            if (pending.isAnsweredBy(message) && open.remove(pending)) {
                pending.complete(message);
                return;
            }
        }
    }

    private void fail(String command, String text) {
        for (Pending<?> pending : open) {
            if (pending.command.name().equals(command) && open.remove(pending)) {
                pending.reply.completeExceptionally(new CommandFailedException(command, text));
                return;
            }
        }
    }

    @Override
    public void send(OscPacket packet) {
        link.send(packet);
    }

    @Override
    public <R> Reply<R> request(Command<R> command) {
        Reply<R> reply = new Reply<>(command.name());
        int id = syncs.incrementAndGet();
        ReplyKey key = command.replyKey().orElse(ReplyKey.of("/synced", id));
        open.add(new Pending<>(command, key, reply));
        send(command.message());
        if (command.replyKey().isEmpty()) {
            send(ServerCommands.sync(id).message());
        }
        return reply;
    }

    @Override
    public void close() {
        send(ServerCommands.logOut().message());
        tree.close();
        link.close();
    }
}
