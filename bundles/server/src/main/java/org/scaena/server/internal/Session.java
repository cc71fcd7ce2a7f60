package org.scaena.server.internal;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.scaena.catalogue.ServerCommands;
import org.scaena.command.Command;
import org.scaena.command.CommandSender;
import org.scaena.command.CommandStatistics;
import org.scaena.command.Done;
import org.scaena.command.NotRunningException;
import org.scaena.command.Reply;
import org.scaena.command.Silence;
import org.scaena.osc.OscBundle;
import org.scaena.osc.OscEndpoint;
import org.scaena.osc.OscMessage;
import org.scaena.osc.OscPacket;
import org.scaena.osc.OscTimeTag;

/** One link to one running server process, and the requests that are open on it. */
final class Session implements CommandSender, AutoCloseable {

    private final String name;
    private final Events events;
    private final Incoming incoming;
    private final Recording recording;
    private final Numbers numbers = new Numbers();
    private final ReplyRouter router = new ReplyRouter(numbers.now());
    private final CommandCheck check;
    private final Marks marks;
    private final Sequence sequence;
    private final Moments moments = new Moments();
    private final ReentrantLock sending = new ReentrantLock();
    private final LastingLink link;
    private final Consumer<OscPacket> out;
    private final Pace pace;
    private volatile boolean open = true;
    private long sent;

    /**
     * Opens the link.
     *
     * @param localPort from which it is spoken to; 0: any
     * @param check refuses what the server could not stand
     * @param events the thread on which replies are completed and messages passed on
     * @param incoming hears every message, also those that answer a request
     * @param recording takes what is sent
     * @param held is told which threads are held back, as they are far ahead of the server
     */
    Session(
            String name,
            LastingTransport transport,
            OscEndpoint remote,
            int localPort,
            CommandCheck check,
            Events events,
            Incoming incoming,
            Recording recording,
            Consumer<Thread> held) {
        this.name = name;
        this.events = events;
        this.incoming = incoming;
        this.recording = recording;
        this.check = check;
        this.marks = new Marks(check.limits().controlBuses());
        this.sequence = new Sequence(router, numbers, marks);
        this.link = transport.open(name, remote, localPort, new Receiver());
        this.out = link::send;
        this.pace = new Pace(transport.pacing(), this::sync, held);
    }

    private final class Receiver implements LastingLink.Heir {

        @Override
        public void received(OscPacket packet) {
            if (!(packet instanceof OscMessage message && events.whileIdle(() -> give(message)))) {
                events.execute(() -> dispatch(packet));
            }
        }

        @Override
        public void peerGone(String why) {
            events.execute(() -> incoming.peerGone(why));
        }

        @Override
        public void sent(ByteBuffer buffer, int offset, int bytes) {
            recording.sent(buffer, offset, bytes);
        }

        @Override
        public void rejoined() {
            recover();
        }
    }

    /** An answer that a thread waits for is given to it, without waking another for that. */
    private boolean give(OscMessage message) {
        boolean given = !tellsOfNodes(message) && router.give(message);
        if (given) {
            incoming.message(message, true);
        }
        return given;
    }

    /** What the tree makes of it is told to others, which is for the event thread. */
    private static boolean tellsOfNodes(OscMessage message) {
        return message.address().startsWith("/n_");
    }

    private void dispatch(OscPacket packet) {
        if (packet instanceof OscBundle bundle) {
            bundle.elements().forEach(this::dispatch);
        } else if (packet instanceof OscMessage message) {
            boolean answered = router.route(message);
            if (answered || !numbers.read(message, marks, router)) {
                incoming.message(message, answered);
            }
        }
    }

    @Override
    public void send(OscPacket packet) {
        send(packet, null);
    }

    @Override
    public <R> Reply<R> request(Command<R> command) {
        Request<R> request = new Request<>(command);
        sendOrFail(new Step(command.message(), request));
        return request.reply();
    }

    /** Requests commands that leave together and are done at one time. */
    List<Reply<?>> requestAll(OscTimeTag time, List<Command<?>> commands) {
        List<Reply<?>> replies = new ArrayList<>();
        at(time, () -> commands.forEach(command -> replies.add(request(command))));
        return replies;
    }

    /** Sends all that a block sends on this thread as one bundle; nothing if it throws. */
    void at(OscTimeTag time, Runnable block) {
        moments.collect(time, block, this::send);
    }

    /** Completes once every asynchronous command sent before it is done. */
    Reply<Done> sync() {
        return request(ServerCommands.sync(numbers.nextSync()));
    }

    /** Replies may have been lost: those that do not come before that of a sync have been. */
    private void recover() {
        sending.lock();
        try {
            sequence.mark(link::send);
        } finally {
            sending.unlock();
        }
        Request<Done> sync = new Request<>(ServerCommands.sync(numbers.nextSync()));
        sendOrFail(new Step(sync.command().message(), sync));
        sync.reply()
                .thenRun(
                        () -> {
                            router.lose(sync);
                            incoming.rejoined();
                        });
    }

    /** Sends a command; only its failure, if it comes, completes this reply here. */
    <R> void sendExpecting(OscMessage message, Reply<R> reply) {
        Command<R> fallible =
                new Command<>(
                        message,
                        Optional.empty(),
                        none -> {
                            throw new IllegalStateException("a failure has no result");
                        },
                        Silence.NOTHING);
        send(message, new Request<>(fallible, reply));
    }

    private void sendOrFail(Step step) {
        try {
            send(step.packet(), step.request());
        } catch (RuntimeException notSent) {
            step.fail(notSent);
        }
    }

    private void send(OscPacket packet, @Nullable Request<?> request) {
        requireOpen();
        Optional<Moment> moment = moments.current();
        if (moment.isPresent()) {
            moment.get().add(new Step(packet, request));
            return;
        }
        sending.lock();
        try {
            Undo undo = check.admit(packet);
            try {
                sequence.send(packet, request, numbers.now(), out);
                sent++;
            } catch (RuntimeException notSent) {
                undo.run();
                throw notSent;
            }
        } finally {
            sending.unlock();
        }
        keepPace(packet);
    }

    /** Answers come on the event thread, which therefore can't be held. */
    private void keepPace(OscPacket packet) {
        if (!events.isCaller()) {
            pace.sent(packet);
        }
    }

    private void send(Moment moment) {
        if (moment.isEmpty()) {
            return;
        }
        OscPacket packet = moment.packet();
        try {
            requireOpen();
            sending.lock();
            try {
                Undo undo = check.admit(packet);
                try {
                    sequence.send(moment, out);
                    sent++;
                } catch (RuntimeException notSent) {
                    undo.run();
                    throw notSent;
                }
            } finally {
                sending.unlock();
            }
        } catch (RuntimeException notSent) {
            moment.drop(notSent);
            throw notSent;
        }
        keepPace(packet);
    }

    private void requireOpen() {
        if (!open) {
            throw new NotRunningException("server '" + name + "' is not running");
        }
    }

    CommandCheck check() {
        return check;
    }

    LastingLink link() {
        return link;
    }

    CommandStatistics statistics() {
        return router.statistics();
    }

    /** How often something was sent: equal numbers mean that nothing was sent in between. */
    long sent() {
        sending.lock();
        try {
            return sent;
        } finally {
            sending.unlock();
        }
    }

    /** How many requests are kept in mind, in whatever way. */
    int remembered() {
        return router.remembered();
    }

    boolean isOpen() {
        return open;
    }

    /** Closes the link; everything that is open fails. */
    @Override
    public void close() {
        open = false;
        link.close();
        NotRunningException why =
                new NotRunningException("server '" + name + "' is not running any more");
        events.execute(() -> router.failAll(why));
    }
}
