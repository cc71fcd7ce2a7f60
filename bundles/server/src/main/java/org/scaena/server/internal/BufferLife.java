package org.scaena.server.internal;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.scaena.buffer.Buffer;
import org.scaena.buffer.BufferException;
import org.scaena.buffer.BufferInfo;
import org.scaena.catalogue.BufferCommands;
import org.scaena.command.Command;
import org.scaena.command.CommandSender;
import org.scaena.command.Reply;

/** One buffer from its making to its end; all handles on it share this. */
final class BufferLife {

    /**
     * A file may be long and other clients' files before it, as all share one thread of scsynth.
     */
    static final Duration ASYNCHRONOUS_LIMIT = Duration.ofSeconds(60);

    private final int number;
    private final CommandSender sender;
    private final Turns turns = new Turns();
    private final Reply<Buffer> ready;
    private final AtomicBoolean freed = new AtomicBoolean();
    private volatile BufferInfo info;

    BufferLife(int number, CommandSender sender) {
        this.number = number;
        this.sender = sender;
        this.ready = new Reply<>(this + " to be ready");
        this.info = BufferInfo.none(number);
    }

    int number() {
        return number;
    }

    CommandSender sender() {
        return sender;
    }

    Reply<Buffer> ready() {
        return ready;
    }

    BufferInfo info() {
        return info;
    }

    boolean isFreed() {
        return freed.get();
    }

    /** Marks it as freed; whether it was not before. */
    boolean end() {
        return !freed.getAndSet(true);
    }

    /** Does a call of a living buffer in its turn. */
    <T> Reply<T> call(Turns.Kind kind, String what, Supplier<Reply<T>> call) {
        return call(kind, what, () -> {}, call);
    }

    /** The same, if a check holds: made at once, too, where the buffer is known. */
    <T> Reply<T> call(Turns.Kind kind, String what, Runnable check, Supplier<Reply<T>> call) {
        if (ready.isCompletedExceptionally()) {
            return Reply.failed(notMade());
        }
        if (isFreed()) {
            return Reply.failed(
                    new BufferException(this + " was freed: take another from the client"));
        }
        if (info.isAllocated()) {
            check.run();
        }
        return turns.take(
                kind,
                what + " " + this,
                () -> {
                    requireMade();
                    check.run();
                    return call.get();
                });
    }

    private void requireMade() {
        if (!info.isAllocated()) {
            throw notMade();
        }
    }

    private BufferException notMade() {
        return new BufferException(this + " is not there: making it failed");
    }

    /** Does what makes or ends it in its turn. */
    <T> Reply<T> alone(String what, Supplier<Reply<T>> call) {
        return turns.take(Turns.Kind.ALONE, what + " " + this, call);
    }

    void requireSamples(int first, int count) {
        requireWithin("samples", first, count, samples());
    }

    void requireFrames(int first, int count) {
        requireWithin("frames", first, count, info.numFrames());
    }

    private void requireWithin(String what, int first, int count, int size) {
        if (first < 0 || count < 0 || first > size - count) {
            throw new IndexOutOfBoundsException(
                    "%s has %d %s: %d from %d on are out of range"
                            .formatted(this, size, what, count, first));
        }
    }

    int samples() {
        return info.numSamples();
    }

    /** How many there are from a sample on, or as many as were asked for. */
    int countFrom(int firstSample, int count) {
        return count == Buffer.ALL ? samples() - firstSample : count;
    }

    /** Asks for what scsynth does on its other thread. */
    <T> Reply<T> request(Command<T> command) {
        return Replies.within(
                ASYNCHRONOUS_LIMIT, command.name() + " of " + this, sender.request(command));
    }

    /** Asks for what changes nothing, again if need be. */
    <T> Reply<T> ask(Command<T> command) {
        return Replies.insist(command.name() + " of " + this, () -> sender.request(command));
    }

    /** Asks for its size and keeps it. */
    Reply<BufferInfo> refresh() {
        return Replies.map(
                "the size of " + this,
                ask(BufferCommands.query(number)),
                told -> {
                    info = Objects.requireNonNull(told);
                    return told;
                });
    }

    @Override
    public String toString() {
        return "buffer " + number;
    }
}
