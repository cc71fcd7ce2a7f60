package org.scaena.sclang.internal;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.scaena.command.NotRunningException;
import org.scaena.command.Reply;
import org.scaena.command.ReplyTimeoutException;
import org.scaena.osc.OscLink;
import org.scaena.osc.OscMessage;
import org.scaena.osc.OscPacket;
import org.scaena.process.Ending;
import org.scaena.process.ExitCause;
import org.scaena.process.ManagedProcess;
import org.scaena.process.OutputLine;
import org.scaena.process.ProcessExit;
import org.scaena.sclang.SclangException;
import org.scaena.sclang.SclangValue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One running sclang: its process, the link to it, and what it is asked. */
final class LanguageRun {

    private static final Logger LOG = LoggerFactory.getLogger(LanguageRun.class);
    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Duration PING_LIMIT = Duration.ofSeconds(1);
    private static final Duration GRACE = Duration.ofSeconds(1);
    private static final Duration FAREWELL_LIMIT = Duration.ofSeconds(2);
    private static final String READY = "scaena: ready ";

    /** Its sounds end, its logins are given back; a server that it booted itself ends with it. */
    private static final Code FAREWELL =
            new Code(
                    """
                    Server.all.do { |each|
                        if(each.notified and: { each.pid.isNil }) {
                            each.sendMsg("/g_freeAll", each.defaultGroup.nodeID);
                            each.sendMsg("/notify", 0)
                        }
                    };
                    0.exit
                    """);

    /** What it was asked, and until when the caller waits for it. */
    private record Asked(Reply<SclangValue> value, long untilNanos) {}

    private final ManagedProcess process;
    private final ScheduledExecutorService thread;
    private final Refusals refusals = new Refusals(this::refused);
    private final AtomicInteger nextId = new AtomicInteger(1);
    private final Window window = new Window();
    private final Map<Integer, Asked> open = new ConcurrentHashMap<>();
    private volatile @Nullable OscLink link;

    /**
     * A process that was just started.
     *
     * @param thread on which replies are completed and deadlines kept
     */
    LanguageRun(ManagedProcess process, ScheduledExecutorService thread) {
        this.process = process;
        this.thread = thread;
        process.listen(line -> refusals.printed(line.text()));
        process.exit().thenAcceptAsync(this::ended, thread);
    }

    /** Completes with its port when its script has been evaluated. */
    Reply<Integer> ready() {
        return process.whenReady(
                startup -> port(startup.awaitLine(line -> line.text().startsWith(READY))),
                START_LIMIT);
    }

    private static int port(OutputLine ready) {
        return Integer.parseInt(ready.text().substring(READY.length()));
    }

    void connect(OscLink opened) {
        link = opened;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    Reply<ProcessExit> exit() {
        return process.exit();
    }

    /** Asks for the value of code without variables. */
    Reply<SclangValue> eval(String code, Duration deadline) {
        return eval(new Code(code), deadline);
    }

    /** Asks for the value of code; fails at the deadline. */
    Reply<SclangValue> eval(Code code, Duration deadline) {
        int id = nextId.getAndIncrement();
        long until = System.nanoTime() + deadline.toNanos();
        Reply<SclangValue> value = asked(id, until);
        window.send(() -> send(id, code, value), value);
        var late =
                thread.schedule(
                        () -> tooLate(value, deadline), deadline.toNanos(), TimeUnit.NANOSECONDS);
        value.whenComplete((result, failure) -> late.cancel(false));
        return value;
    }

    private Reply<SclangValue> asked(int id, long untilNanos) {
        Reply<SclangValue> value = new Reply<>("the code");
        open.put(id, new Asked(value, untilNanos));
        value.whenComplete((result, failure) -> open.remove(id));
        return value;
    }

    private void send(int id, Code code, Reply<SclangValue> value) {
        OscLink to = link;
        if (to == null || !isAlive()) {
            value.completeExceptionally(new NotRunningException("sclang is not running"));
            return;
        }
        try {
            to.send(code.request(process.identity().token(), id));
        } catch (RuntimeException notSent) {
            value.completeExceptionally(notSent);
        }
    }

    /** Asks at once, and for as long as it takes. */
    private Reply<SclangValue> ask(int id, Code code) {
        Reply<SclangValue> value = asked(id, System.nanoTime());
        send(id, code, value);
        return value;
    }

    // ---- one that does not answer

    private void tooLate(Reply<SclangValue> value, Duration deadline) {
        int id = nextId.getAndIncrement(); // whoever asks when this is known has asked later
        if (value.completeExceptionally(new ReplyTimeoutException("the code", deadline))) {
            Reply<SclangValue> ping = ask(id, Code.PROOF);
            later(PING_LIMIT.toNanos(), () -> endUnlessAnswered(id, ping));
        }
    }

    /** It is busy for as long as somebody who asked before still waits, then it hangs. */
    private void endUnlessAnswered(int id, Reply<SclangValue> ping) {
        if (ping.isDone()) {
            return;
        }
        long now = System.nanoTime();
        long left =
                open.entrySet().stream()
                        .filter(asked -> asked.getKey() < id)
                        .mapToLong(asked -> asked.getValue().untilNanos() - now)
                        .max()
                        .orElse(0);
        if (left > 0) {
            later(left + PING_LIMIT.toNanos(), () -> endUnlessAnswered(id, ping));
        } else {
            LOG.warn("sclang does not answer any more and is ended");
            endHung();
        }
    }

    private void later(long nanos, Runnable task) {
        thread.schedule(task, nanos, TimeUnit.NANOSECONDS);
    }

    // ---- what it answers

    /** A packet of the language. */
    void received(OscPacket packet) {
        if (packet instanceof OscMessage message && message.size() > 1) {
            thread.execute(() -> answered(message));
        }
    }

    private void answered(OscMessage message) {
        Asked asked = open.get(message.intAt(0));
        Reply<SclangValue> value = asked == null ? new Reply<>("nothing") : asked.value();
        try {
            if (message.address().equals("/scaena/error")) {
                value.completeExceptionally(new SclangException(message.stringAt(1)));
            } else {
                value.complete(ValueReader.readArgument(message.arguments().get(1)));
            }
        } catch (RuntimeException unreadable) {
            value.completeExceptionally(unreadable);
        }
    }

    private void refused(int id, String why) {
        Asked asked = open.get(id);
        if (asked != null) {
            thread.execute(() -> asked.value().completeExceptionally(new SclangException(why)));
        }
    }

    // ---- its end

    private void ended(ProcessExit exit) {
        OscLink to = link;
        if (to != null) {
            to.close();
        }
        NotRunningException why = new NotRunningException("sclang " + description(exit));
        open.values().forEach(asked -> asked.value().completeExceptionally(why));
    }

    private static String description(ProcessExit exit) {
        return exit.cause() == ExitCause.LEFT
                ? "has ended, as code of its own asked for"
                : exit.description();
    }

    /** Ends it; completes when it has ended. */
    Reply<ProcessExit> end() {
        process.expectExit();
        return process.end(Ending.asked(GRACE).after(this::sayFarewell, FAREWELL_LIMIT));
    }

    private void sayFarewell() {
        ask(nextId.getAndIncrement(), FAREWELL);
    }

    /** Ends it because it does not answer. */
    void endHung() {
        process.end(Ending.unresponsive(GRACE));
    }
}
