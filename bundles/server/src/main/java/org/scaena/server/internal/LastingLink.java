package org.scaena.server.internal;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.scaena.command.NotRunningException;
import org.scaena.command.ServiceMissingException;
import org.scaena.osc.OscBacklog;
import org.scaena.osc.OscEndpoint;
import org.scaena.osc.OscEndpoint.Protocol;
import org.scaena.osc.OscLink;
import org.scaena.osc.OscLinkException;
import org.scaena.osc.OscMessage;
import org.scaena.osc.OscPacing;
import org.scaena.osc.OscPacket;
import org.scaena.osc.OscReceiver;
import org.scaena.osc.OscTransport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A link that outlasts the transport under it: the next one goes on from the same port.
 *
 * <p>A server knows its clients by their address, so login and ids stay. Before the old socket is
 * closed the server has answered what it was sent, so that no reply is lost; what is sent meanwhile
 * waits. Notifications of that moment may be lost, which is for the heir to make up.
 */
final class LastingLink implements AutoCloseable {

    /** Hears what comes from the server, whichever transport brings it. */
    interface Heir extends OscReceiver {

        /** Another transport has taken over; what came in between is lost. */
        void rejoined();
    }

    private static final Logger LOG = LoggerFactory.getLogger(LastingLink.class);

    /** How long the last replies are waited for: two audio periods, and what is being worked on. */
    private static final Duration LAST_REPLIES = Duration.ofMillis(500);

    private static final Duration PORT_GRACE = Duration.ofSeconds(1);
    private static final long PORT_POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    /** Sessions count their syncs up from 1. */
    private static final int FAREWELL = 1 << 29;

    private final String name;
    private final OscEndpoint remote;
    private final Heir heir;
    private final OscPacing pacing;
    private final Consumer<LastingLink> whenClosed;
    private final ReentrantLock sending = new ReentrantLock();
    private final Condition changed = sending.newCondition();
    private @Nullable OscLink link;
    private @Nullable OscBacklog backlog;
    private @Nullable InetSocketAddress local;
    private long partedAt;
    private boolean closed;
    private volatile @Nullable CompletableFuture<Boolean> farewell;

    LastingLink(
            String name,
            OscEndpoint remote,
            Heir heir,
            OscPacing pacing,
            Consumer<LastingLink> whenClosed) {
        this.name = name;
        this.remote = remote;
        this.heir = heir;
        this.pacing = pacing;
        this.whenClosed = whenClosed;
    }

    private final class Receiver implements OscReceiver {

        @Override
        public void received(OscPacket packet) {
            CompletableFuture<Boolean> awaited = farewell;
            if (awaited != null && isFarewell(packet)) {
                awaited.complete(true);
            } else {
                heir.received(packet);
            }
        }

        @Override
        public void peerGone(String why) {
            heir.peerGone(why);
        }

        @Override
        public void sent(ByteBuffer buffer, int offset, int bytes) {
            heir.sent(buffer, offset, bytes);
        }
    }

    private static boolean isFarewell(OscPacket packet) {
        return packet instanceof OscMessage message
                && message.address().equals("/synced")
                && message.intAt(0) == FAREWELL;
    }

    /**
     * The first transport opens it.
     *
     * @param port from which; 0: any
     * @throws OscLinkException if that can't be
     */
    void begin(OscTransport transport, int port) {
        open(transport, port);
    }

    private void open(OscTransport transport, int port) {
        sending.lock();
        try {
            if (!closed && link == null) {
                OscLink opened = transport.open(name, remote, port, new Receiver(), pacing);
                OscBacklog left = backlog;
                if (left != null) {
                    opened.takeOver(left);
                    backlog = null;
                }
                link = opened;
                local = opened.local();
                changed.signalAll();
            }
        } finally {
            sending.unlock();
        }
    }

    /** The transport goes: what was sent is answered, and the port is free. */
    void part() {
        OscLink leaving;
        sending.lock();
        try {
            leaving = link;
            link = null;
            partedAt = System.nanoTime();
        } finally {
            sending.unlock();
        }
        if (leaving != null) {
            awaitReplies(leaving);
            backlog = leaving.handOver();
        }
    }

    private void awaitReplies(OscLink leaving) {
        CompletableFuture<Boolean> answered = new CompletableFuture<>();
        farewell = answered;
        try {
            leaving.send(OscMessage.of("/sync", FAREWELL));
            if (!Uninterrupted.isDoneWithin(answered, LAST_REPLIES)) {
                LOG.warn("{}: {} does not answer while its transport is replaced", name, remote);
            }
        } catch (OscLinkException gone) {
            LOG.debug("{}: the link was gone already", name, gone);
        } finally {
            farewell = null;
        }
    }

    /** The next transport goes on from the same port. */
    void rejoin(OscTransport transport) {
        InetSocketAddress before = local;
        if (before == null) {
            return; // it has not begun
        }
        if (remote.protocol() == Protocol.TCP) {
            heir.peerGone("its connection was closed with the transport");
            return;
        }
        try {
            openAgain(transport, before.getPort());
            heir.rejoined();
        } catch (OscLinkException taken) {
            LOG.error("{}: the server is out of reach: {}", name, taken.getMessage());
            heir.peerGone("its port here was taken by another program");
        }
    }

    /**
     * A child that this JVM starts at that moment has a copy of the old socket, until it closes it.
     */
    private void openAgain(OscTransport transport, int port) {
        long end = System.nanoTime() + PORT_GRACE.toNanos();
        for (boolean opened = false; !opened; ) {
            try {
                open(transport, port);
                opened = true;
            } catch (OscLinkException taken) {
                if (System.nanoTime() - end > 0) {
                    throw taken;
                }
                LockSupport.parkNanos(PORT_POLL_NANOS);
            }
        }
    }

    OscEndpoint remote() {
        return remote;
    }

    /** The address this end is bound to, whichever transport it is. */
    InetSocketAddress local() {
        InetSocketAddress bound = local;
        if (bound == null) {
            throw new NotRunningException(name + ": the link is not open");
        }
        return bound;
    }

    /**
     * Sends a packet; while the transport is replaced that waits.
     *
     * @throws ServiceMissingException if there is no transport within five seconds of its leaving
     */
    void send(OscPacket packet) {
        sending.lock();
        try {
            present().send(packet);
        } finally {
            sending.unlock();
        }
    }

    private OscLink present() {
        long deadline = partedAt + Replaceable.PATIENCE.toNanos();
        try {
            OscLink now = link;
            while (now == null) {
                if (closed) {
                    throw new NotRunningException(name + ": the link is closed");
                }
                if (changed.awaitNanos(deadline - System.nanoTime()) <= 0 && link == null) {
                    throw new ServiceMissingException(OscTransport.class.getName());
                }
                now = link;
            }
            return now;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new OscLinkException(
                    name + ": interrupted while the transport is replaced; nothing was sent",
                    interrupted);
        }
    }

    @Override
    public void close() {
        OscLink leaving;
        sending.lock();
        try {
            closed = true;
            leaving = link;
            changed.signalAll();
        } finally {
            sending.unlock();
        }
        whenClosed.accept(this);
        if (leaving != null) {
            leaving.close();
        }
    }
}
