package org.scaena.host.internal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Ends the JVM: the framework's shutdown hook stops all bundles, which end what they started; if
 * that does not succeed within {@link #DEADLINE}, what is left is killed and the JVM halted.
 */
final class Exit {

    /** From the wish to end until the JVM is halted. */
    static final Duration DEADLINE = Duration.ofSeconds(10);

    private final AtomicReference<@Nullable ExitCode> asked = new AtomicReference<>();
    private final Voice voice;
    private final Path keepPlaying;
    private final Thread hook = new Thread(this::armDeadline, "scaena-halt");

    /**
     * The end of a host that has this home.
     *
     * @param home where a file says whether servers are to play on
     */
    Exit(Voice voice, Path home) {
        this.voice = voice;
        this.keepPlaying = home.resolve("state/keep-playing");
    }

    /** The deadline holds for every end of the JVM, a signal's too. */
    void install() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** The host's bundle goes while the JVM stays. */
    void uninstall() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            // The JVM goes too: the deadline stays.
        }
    }

    /** Says why and ends the JVM, on a thread of its own; only the first call counts. */
    void because(ExitCode code, String sentence) {
        if (asked.compareAndSet(null, code)) {
            voice.complain(sentence);
            new Thread(() -> Runtime.getRuntime().exit(code.number()), "scaena-exit").start();
        }
    }

    /** Everything is at hand before: when time is over our classes may be gone. */
    private void armDeadline() {
        ExitCode reason = asked.get();
        int code = (reason == null ? ExitCode.INTERNAL : reason).number();
        Thread deadline = new Thread(() -> halt(code), "scaena-halt-deadline");
        deadline.setDaemon(true);
        deadline.start();
    }

    private void halt(int code) {
        try {
            Thread.sleep(DEADLINE.toMillis());
        } catch (InterruptedException unasked) {
            Thread.currentThread().interrupt();
        }
        voice.complain(
                "did not stop within %d s and was halted%s"
                        .formatted(DEADLINE.toSeconds(), whoseStop()));
        if (!Files.exists(keepPlaying)) {
            ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
        }
        Runtime.getRuntime().halt(code);
    }

    /** In whose code the framework waits; in plain loops, as there may be no more classes. */
    private static String whoseStop() {
        for (StackTraceElement[] stack : Thread.getAllStackTraces().values()) {
            if (isStopOfBundle(stack)) {
                for (StackTraceElement frame : stack) {
                    if (!isOfFrameworkOrJava(frame.getClassName())) {
                        return ", in " + frame.getClassName() + '.' + frame.getMethodName();
                    }
                }
            }
        }
        return "";
    }

    private static boolean isStopOfBundle(StackTraceElement[] stack) {
        for (StackTraceElement frame : stack) {
            if (frame.getMethodName().equals("stopBundle")) {
                return isOfFrameworkOrJava(frame.getClassName());
            }
        }
        return false;
    }

    private static boolean isOfFrameworkOrJava(String name) {
        return name.startsWith("org.apache.felix.")
                || name.startsWith("java.")
                || name.startsWith("jdk.");
    }
}
