package org.scaena.osc.internal;

import java.io.IOException;
import java.net.PortUnreachableException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.scaena.osc.OscCodec;
import org.scaena.osc.OscFormatException;
import org.scaena.osc.OscFormatException.Reason;
import org.scaena.osc.OscMessage;
import org.scaena.osc.OscPacing;
import org.scaena.osc.OscPacket;
import org.scaena.osc.OscReceiver;
import org.scaena.osc.OscTrace.Direction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads packets and hands them to the receiver, until the socket is closed. */
final class LinkReader implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(LinkReader.class);

    /** Keeps an error that the system reports without end from becoming a busy loop. */
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final String name;
    private final Wire wire;
    private final Supplier<OscCodec> codec;
    private final OscReceiver receiver;
    private final LinkCounters counters;
    private final TraceRing trace;
    private final OscPacing pacing;
    private final Window window;
    private final DirectSends directSends;
    private final Consumer<String> ended;
    private boolean gone;

    /** The last argument is called once, with the reason, when nothing can be read any more. */
    LinkReader(
            String name,
            Wire wire,
            Supplier<OscCodec> codec,
            OscReceiver receiver,
            LinkCounters counters,
            TraceRing trace,
            OscPacing pacing,
            Window window,
            DirectSends directSends,
            Consumer<String> ended) {
        this.name = name;
        this.wire = wire;
        this.codec = codec;
        this.receiver = receiver;
        this.counters = counters;
        this.trace = trace;
        this.pacing = pacing;
        this.window = window;
        this.directSends = directSends;
        this.ended = ended;
    }

    @Override
    public void run() {
        String why = "the socket was closed";
        try {
            while (wire.isOpen()) {
                readOne();
            }
        } catch (IOException | OscFormatException failure) {
            why = text(failure);
        } finally {
            ended.accept(why);
        }
    }

    private void readOne() throws IOException {
        // A receiver that left its interruption behind would make the next read close the socket.
        Thread.interrupted();
        ByteBuffer source;
        try {
            source = wire.receive();
        } catch (OscFormatException refusal) {
            refused(refusal);
            throw refusal;
        } catch (IOException failure) {
            if (!wire.outlivesErrors() || !wire.isOpen()) {
                throw failure;
            }
            missed(failure);
            return;
        }
        counters.received(source.remaining());
        directSends.heard();
        back();
        OscPacket packet = decode(source);
        if (packet != null) {
            trace.record(Direction.IN, packet);
            if (!answersProbe(packet)) {
                deliver(packet);
            }
        }
    }

    private boolean answersProbe(OscPacket packet) {
        if (packet instanceof OscMessage message) {
            OptionalInt probe = pacing.answered(message);
            probe.ifPresent(window::answered);
            return probe.isPresent();
        }
        return false;
    }

    private @Nullable OscPacket decode(ByteBuffer source) {
        try {
            return codec.get().decode(source);
        } catch (OscFormatException refusal) {
            refused(refusal);
        } catch (RuntimeException | Error failure) {
            refused(new OscFormatException(Reason.UNSUPPORTED, "the codec failed: " + failure));
        }
        return null;
    }

    private void refused(OscFormatException refusal) {
        long count = counters.refused(refusal.reason());
        if (LinkCounters.isWorthALine(count)) {
            LOG.warn(
                    "{}: a packet was refused as {} ({} so far): {}",
                    name,
                    refusal.reason(),
                    count,
                    refusal.getMessage());
        }
    }

    private void missed(IOException failure) {
        boolean closedPort = failure instanceof PortUnreachableException;
        String why = closedPort ? "nobody listens on the peer's port" : text(failure);
        if (!gone) {
            LOG.info("{}: gone: {}", name, why);
            gone = true;
        }
        if (closedPort) {
            window.reset();
        }
        peerGone(why);
        if (!closedPort) {
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private void back() {
        if (gone) {
            LOG.info("{}: back", name);
            gone = false;
        }
    }

    private void deliver(OscPacket packet) {
        try {
            receiver.received(packet);
        } catch (RuntimeException | Error failure) {
            blame(failure);
        }
    }

    /** Tells the receiver that the peer is gone; for the reader thread only. */
    void peerGone(String why) {
        try {
            receiver.peerGone(why);
        } catch (RuntimeException | Error failure) {
            blame(failure);
        }
    }

    private void blame(Throwable failure) {
        long count = counters.receiverError();
        if (LinkCounters.isWorthALine(count)) {
            LOG.error("{}: the receiver threw ({} so far)", name, count, failure);
        }
    }

    private static String text(Exception failure) {
        String message = failure.getMessage();
        return message != null ? message : failure.getClass().getSimpleName();
    }
}
