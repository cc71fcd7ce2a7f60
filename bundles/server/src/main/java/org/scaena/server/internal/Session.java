package org.scaena.server.internal;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.scaena.command.Command;
import org.scaena.command.CommandSender;
import org.scaena.command.Done;
import org.scaena.command.NotRunningException;
import org.scaena.command.Reply;
import org.scaena.command.ReplyKey;
import org.scaena.osc.OscBundle;
import org.scaena.osc.OscEndpoint;
import org.scaena.osc.OscLink;
import org.scaena.osc.OscMessage;
import org.scaena.osc.OscPacket;
import org.scaena.osc.OscReceiver;
import org.scaena.osc.OscTimeTag;
import org.scaena.osc.OscTransport;

/** One link to one running server process, and the requests that are open on it. */
final class Session implements CommandSender, AutoCloseable {

    private final String name;
    private final Executor events;
    private final ReplyRouter router = new ReplyRouter();
    private final AtomicInteger nextSync = new AtomicInteger(1);
    private final Moments moments = new Moments();
    private final OscLink link;
    private volatile boolean open = true;

    /**
     * Opens the link.
     *
     * @param events the thread on which replies are completed and messages passed on
     * @param incoming hears every message, also those that answer a request
     */
    Session(
            String name,
            OscTransport transport,
            OscEndpoint remote,
            Executor events,
            Incoming incoming) {
        this.name = name;
        this.events = events;
        this.link =
                transport.open(
                        name,
                        remote,
                        0,
                        new OscReceiver() {
                            @Override
                            public void received(OscPacket packet) {
                                events.execute(() -> dispatch(packet, incoming));
                            }

                            @Override
                            public void peerGone(String why) {
                                events.execute(() -> incoming.peerGone(why));
                            }
                        },
                        new ScsynthPacing());
    }

    private void dispatch(OscPacket packet, Incoming incoming) {
        if (packet instanceof OscBundle bundle) {
            bundle.elements().forEach(element -> dispatch(element, incoming));
        } else if (packet instanceof OscMessage message) {
            incoming.message(message, router.route(message));
        }
    }

    @Override
    public void send(OscPacket packet) {
        if (!open) {
            throw new NotRunningException("server '" + name + "' is not running");
        }
        moments.current().ifPresentOrElse(moment -> moment.add(packet), () -> link.send(packet));
    }

    /** Sends all that a block sends on this thread as one bundle; nothing if it throws. */
    void at(OscTimeTag time, Runnable block) {
        moments.collect(time, block, this::send);
    }

    @Override
    public <R> Reply<R> request(Command<R> command) {
        Reply<R> reply = new Reply<>(command.name());
        moments.current().ifPresent(moment -> moment.promise(reply));
        try {
            if (command.replyKey().isPresent()) {
                router.expect(command, command.replyKey().get(), reply);
                send(command.message());
            } else {
                barrier(command, reply);
            }
        } catch (RuntimeException notSent) {
            reply.completeExceptionally(notSent);
        }
        return reply;
    }

    private <R> void barrier(Command<R> command, Reply<R> reply) {
        int id = nextSync.getAndIncrement();
        router.expect(command, ReplyKey.of("/synced", id), reply);
        send(command.message());
        send(OscMessage.of("/sync", id));
    }

    /** Completes once every asynchronous command sent before it is done. */
    Reply<Done> sync() {
        int id = nextSync.getAndIncrement();
        return request(
                Command.answered(
                        OscMessage.of("/sync", id),
                        ReplyKey.of("/synced", id),
                        synced -> Done.DONE));
    }

    /** Sends a command whose failure, if it comes, fails this reply. */
    void sendExpecting(OscMessage message, Reply<?> reply) {
        sendExpecting(message, message.address(), reply);
    }

    /** Sends a packet; the failure of one command in it, if it comes, fails this reply. */
    void sendExpecting(OscPacket packet, String command, Reply<?> reply) {
        router.expectFailure(command, reply);
        moments.current().ifPresent(moment -> moment.promise(reply));
        send(packet);
    }

    OscLink link() {
        return link;
    }

    boolean isOpen() {
        return open;
    }

    /** Closes the link; everything that is open fails. */
    @Override
    public void close() {
        close(new NotRunningException("server '" + name + "' is not running any more"));
    }

    private void close(NotRunningException why) {
        open = false;
        link.close();
        events.execute(() -> router.failAll(why));
    }
}
