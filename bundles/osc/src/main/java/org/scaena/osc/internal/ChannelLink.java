package org.scaena.osc.internal;

import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.scaena.osc.OscBacklog;
import org.scaena.osc.OscCodec;
import org.scaena.osc.OscEndpoint;
import org.scaena.osc.OscLink;
import org.scaena.osc.OscLinkException;
import org.scaena.osc.OscLinkStatistics;
import org.scaena.osc.OscMessage;
import org.scaena.osc.OscPacing;
import org.scaena.osc.OscPacket;
import org.scaena.osc.OscReceiver;
import org.scaena.osc.OscTimeTag;
import org.scaena.osc.OscTrace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A wire with its queue and its two threads. */
final class ChannelLink implements OscLink {

    private static final Logger LOG = LoggerFactory.getLogger(ChannelLink.class);

    private final String name;
    private final OscEndpoint remote;
    private final Wire wire;
    private final Supplier<OscCodec> codec;
    private final LinkLimits limits;
    private final Consumer<ChannelLink> whenClosed;
    private final OscPacing pacing;
    private final LinkCounters counters = new LinkCounters();
    private final TraceRing trace = new TraceRing();
    private final SendQueue queue;
    private final Window window;
    private final Schedule schedule;
    private final Outlet outlet;
    private final LinkReader reader;
    private final Thread readerThread;
    private final Thread writerThread;

    ChannelLink(
            String name,
            OscEndpoint remote,
            Wire wire,
            Supplier<OscCodec> codec,
            OscReceiver receiver,
            OscPacing pacing,
            LinkLimits limits,
            Consumer<ChannelLink> whenClosed) {
        this.name = name;
        this.remote = remote;
        this.wire = wire;
        this.codec = codec;
        this.limits = limits;
        this.whenClosed = whenClosed;
        this.pacing = pacing;
        DirectSends directSends =
                new DirectSends(pacing.limits().joinedBytes() == 0, System::nanoTime);
        queue = new SendQueue(limits.queuedPackets(), directSends);
        window = new Window(pacing.limits());
        schedule = new Schedule(pacing.limits().scheduledBundles(), ChannelLink::ntpNow);
        Transmitter transmitter = new Transmitter(name, wire, codec, counters, trace, receiver);
        outlet = new Outlet(pacing, this::size, window, schedule, transmitter, counters);
        Joiner joiner = new Joiner(pacing, this::size, outlet::send, counters);
        reader =
                new LinkReader(
                        name,
                        wire,
                        codec,
                        receiver,
                        counters,
                        trace,
                        pacing,
                        window,
                        directSends,
                        this::broken);
        readerThread = thread("in", reader);
        writerThread = thread("out", new LinkWriter(queue, joiner, outlet, transmitter));
    }

    private Thread thread(String direction, Runnable work) {
        Thread thread = new Thread(work, "scaena-osc-" + direction + "-" + name);
        thread.setDaemon(true);
        return thread;
    }

    void start() {
        readerThread.start();
        writerThread.start();
    }

    @Override
    public OscEndpoint remote() {
        return remote;
    }

    @Override
    public InetSocketAddress local() {
        return wire.local();
    }

    @Override
    public void send(OscPacket packet) {
        check(packet);
        if (!sendDirectly(packet)) {
            enqueue(packet);
        }
    }

    /**
     * Sends without the writer's help if nothing waits; a wire that could block is the writer's.
     */
    private boolean sendDirectly(OscPacket packet) {
        if (!wire.takesAtOnce() || !outlet.isForNow(packet) || !queue.claim()) {
            return false;
        }
        try {
            return outlet.sendNow(packet);
        } finally {
            queue.release();
        }
    }

    private void enqueue(OscPacket packet) {
        SendQueue.Outcome outcome;
        try {
            outcome = queue.put(packet, limits.sendPatience());
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new OscLinkException(
                    name + ": interrupted while waiting for room; the packet was not sent",
                    interruption);
        }
        switch (outcome) {
            case TAKEN -> {
                // the writer has it
            }
            case TAKEN_LATE -> counters.sendDelayed();
            case FULL ->
                    throw new OscLinkException(
                            "%s: %s took nothing for %s; is the peer alive, or is it too much?"
                                    .formatted(name, remote, limits.sendPatience()));
            case CLOSED ->
                    throw new OscLinkException(
                            name + ": the link to " + remote + " is closed; open a new one");
        }
    }

    private void check(OscPacket packet) {
        if (schedule.held() >= limits.heldBundles()) {
            throw new OscLinkException(
                    "%s: %,d bundles wait for their time; schedule less far ahead"
                            .formatted(name, limits.heldBundles()));
        }
        if (Flat.isFlat(packet)) {
            checkFlat(packet);
        } else {
            Flat.split(packet, this::checkFlat);
        }
    }

    private void checkFlat(OscPacket packet) {
        int bytes = size(packet);
        if (bytes > wire.maxPacketBytes()) {
            throw new OscLinkException(
                    "%s: %s has %,d bytes, %s takes %,d; send it as a file or in slices"
                            .formatted(
                                    name,
                                    what(packet),
                                    bytes,
                                    remote.protocol(),
                                    wire.maxPacketBytes()));
        }
        int notices = outlet.notices(packet);
        if (notices > pacing.limits().notices()) {
            throw new OscLinkException(
                    "%s: %s touches %,d nodes at once, the peer tells of %,d; send it as several"
                            .formatted(name, what(packet), notices, pacing.limits().notices()));
        }
    }

    private static String what(OscPacket packet) {
        return packet instanceof OscMessage message ? message.address() : "a bundle";
    }

    private int size(OscPacket packet) {
        return codec.get().size(packet);
    }

    private static long ntpNow() {
        return OscTimeTag.of(Instant.now()).ntp();
    }

    @Override
    public OscLinkStatistics statistics() {
        return counters.snapshot(schedule.held(), wire.receiveBufferBytes());
    }

    @Override
    public List<OscTrace> trace() {
        return trace.snapshot();
    }

    @Override
    public OscBacklog handOver() {
        outlet.keepHeld();
        close();
        return schedule.backlog();
    }

    @Override
    public void takeOver(OscBacklog backlog) {
        schedule.atPeer(backlog.atPeer());
        backlog.held().forEach(this::send);
    }

    @Override
    public void close() {
        queue.close();
        if (!Quietly.join(writerThread, limits.closePatience())) {
            LOG.warn("{}: {} takes nothing; closing without waiting longer", name, remote);
        }
        giveUp();
        Quietly.join(writerThread, limits.closePatience());
        if (!Quietly.join(readerThread, limits.closePatience())) {
            LOG.warn("{}: the receiver has not returned; its thread ends when it does", name);
        }
    }

    /** Called by the reader when nothing more can be read. */
    private void broken(String why) {
        boolean asked = !queue.close();
        giveUp();
        if (!asked) {
            LOG.info("{}: the link to {} broke: {}", name, remote, why);
            reader.peerGone(why);
        }
    }

    private void giveUp() {
        Quietly.close(wire);
        window.open();
        int lost = queue.clear();
        if (lost > 0) {
            counters.sendErrors(lost);
            LOG.warn("{}: {} waiting packets were not sent", name, lost);
        }
        whenClosed.accept(this);
    }
}
