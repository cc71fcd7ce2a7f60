package org.scaena.sclang.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.scaena.command.NotRunningException;
import org.scaena.command.Reply;
import org.scaena.osc.OscBlob;
import org.scaena.osc.OscLink;
import org.scaena.osc.OscMessage;
import org.scaena.osc.OscPacket;
import org.scaena.process.Ending;
import org.scaena.process.ManagedProcess;
import org.scaena.process.OutputLine;
import org.scaena.process.ProcessExit;
import org.scaena.sclang.SclangException;
import org.scaena.sclang.SclangValue;

/** One running sclang: its process, the link to it, and what it is asked. */
final class LanguageRun {

    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Duration GRACE = Duration.ofSeconds(1);
    private static final String READY = "scaena: ready";

    private final ManagedProcess process;
    private final Executor answers;
    private final Refusals refusals = new Refusals(this::refused);
    private final AtomicInteger nextId = new AtomicInteger(1);
    private final Map<Integer, Reply<SclangValue>> open = new ConcurrentHashMap<>();
    private @Nullable OscLink link;

    /**
     * A process that was just started.
     *
     * @param answers the thread on which replies are completed
     */
    LanguageRun(ManagedProcess process, Executor answers) {
        this.process = process;
        this.answers = answers;
        process.listen(this::printed);
        process.exit().thenAcceptAsync(this::ended, answers);
    }

    /** Completes when its script has been evaluated. */
    Reply<OutputLine> ready() {
        return process.whenReady(
                startup -> startup.awaitLine(line -> line.text().equals(READY)), START_LIMIT);
    }

    void connect(OscLink opened) {
        link = opened;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Asks for the value of code; without a deadline, which is the caller's to keep. */
    Reply<SclangValue> eval(Code code) {
        int id = nextId.getAndIncrement();
        Reply<SclangValue> value = new Reply<>("the code");
        OscLink to = link;
        if (to == null || !isAlive()) {
            value.completeExceptionally(new NotRunningException("sclang is not running"));
            return value;
        }
        open.put(id, value);
        value.whenComplete((result, failure) -> open.remove(id));
        try {
            to.send(code.request(id));
        } catch (RuntimeException notSent) {
            value.completeExceptionally(notSent);
        }
        return value;
    }

    /** A packet of the language. */
    void received(OscPacket packet) {
        if (packet instanceof OscMessage message && message.size() > 1) {
            answers.execute(() -> answered(message));
        }
    }

    private void answered(OscMessage message) {
        Reply<SclangValue> asked = open.get(message.intAt(0));
        if (asked == null) {
            return;
        }
        try {
            if (message.address().equals("/scaena/error")) {
                asked.completeExceptionally(new SclangException(message.stringAt(1)));
            } else {
                asked.complete(ValueReader.read(bytes(message.arguments().get(1))));
            }
        } catch (RuntimeException unreadable) {
            asked.completeExceptionally(unreadable);
        }
    }

    private static ByteBuffer bytes(Object blobOrPath) {
        if (blobOrPath instanceof OscBlob blob) {
            return blob.buffer();
        }
        Path file = Path.of(blobOrPath.toString());
        try {
            byte[] bytes = Files.readAllBytes(file);
            Files.deleteIfExists(file);
            return ByteBuffer.wrap(bytes);
        } catch (IOException unreadable) {
            throw new SclangException("the file with the value can't be read: " + unreadable);
        }
    }

    private void printed(OutputLine line) {
        refusals.printed(line.text());
    }

    private void refused(int id, String why) {
        Reply<SclangValue> asked = open.get(id);
        if (asked != null) {
            answers.execute(() -> asked.completeExceptionally(new SclangException(why)));
        }
    }

    private void ended(ProcessExit exit) {
        OscLink to = link;
        if (to != null) {
            to.close();
        }
        NotRunningException why = new NotRunningException("sclang " + exit.description());
        open.values().forEach(asked -> asked.completeExceptionally(why));
    }

    /** Ends it; completes when it has ended. */
    Reply<ProcessExit> end() {
        process.expectExit();
        return process.end(Ending.asked(GRACE));
    }

    /** Ends it because it does not answer. */
    void endHung() {
        process.end(Ending.unresponsive(GRACE));
    }
}
