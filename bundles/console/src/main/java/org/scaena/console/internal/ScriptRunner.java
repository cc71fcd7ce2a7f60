package org.scaena.console.internal;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.felix.service.command.CommandProcessor;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Converter;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.FrameworkListener;
import org.osgi.framework.startlevel.FrameworkStartLevel;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * Does the commands of a file, if the system property {@value #FILE} names one, as soon as the host
 * is ready, and then ends the host.
 *
 * <p>Shows each command and its result. The first that fails ends the host with code {@value
 * #FAILED}.
 */
@Component(
        service = {},
        immediate = true)
public final class ScriptRunner implements FrameworkListener {

    static final String FILE = "scaena.script";

    private static final int FAILED = 9;

    /** The start level that says: the host is ready. */
    private static final int READY = 20;

    private final BundleContext context;
    private final CommandProcessor processor;
    private final AtomicBoolean begun = new AtomicBoolean();

    /** Waits for the host to be ready. */
    @Activate
    public ScriptRunner(BundleContext context, @Reference CommandProcessor processor) {
        this.context = context;
        this.processor = processor;
        if (System.getProperty(FILE) != null) {
            context.addFrameworkListener(this);
        }
    }

    @Deactivate
    void stop() {
        context.removeFrameworkListener(this);
    }

    @Override
    public void frameworkEvent(FrameworkEvent event) {
        int level =
                context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION)
                        .adapt(FrameworkStartLevel.class)
                        .getStartLevel();
        if (event.getType() == FrameworkEvent.STARTLEVEL_CHANGED
                && level >= READY
                && begun.compareAndSet(false, true)) {
            Thread thread = new Thread(this::run, "scaena-script");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private void run() {
        Path file = Path.of(System.getProperty(FILE));
        PrintStream out = stream(FileDescriptor.out);
        PrintStream err = stream(FileDescriptor.err);
        String failure = failure(file, out, err);
        if (failure == null) {
            end();
        } else {
            err.println("scaena: " + file.getFileName() + ", " + failure);
            new Thread(() -> Runtime.getRuntime().exit(FAILED), "scaena-exit").start();
        }
    }

    private @Nullable String failure(Path file, PrintStream out, PrintStream err) {
        try (InputStream nothing = InputStream.nullInputStream();
                CommandSession session = processor.createSession(nothing, out, err)) {
            session.put(".Gogo.format", false);
            for (Script.Step step : Script.read(file)) {
                if (step.isWords()) {
                    out.println((step.text().isEmpty() ? "" : "# ") + step.text());
                } else {
                    String wrong = execute(session, step, out);
                    if (wrong != null) {
                        return "line " + step.line() + ": " + wrong;
                    }
                }
            }
            return null;
        } catch (IOException unreadable) {
            return String.valueOf(unreadable.getMessage());
        }
    }

    private static @Nullable String execute(
            CommandSession session, Script.Step step, PrintStream out) {
        out.println("> " + step.text());
        try {
            Object result = session.execute(step.text());
            if (result != null) {
                out.println(text(session, result).stripTrailing());
            }
            return null;
        } catch (Exception failed) { // whatever a command throws ends the script
            return failed.getMessage() == null ? failed.toString() : failed.getMessage();
        }
    }

    private static String text(CommandSession session, Object result) {
        return result instanceof String string
                ? string
                : session.format(result, Converter.INSPECT).toString();
    }

    private void end() {
        try {
            context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).stop();
        } catch (BundleException refused) {
            Runtime.getRuntime().halt(1);
        }
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        OutputStream out = new FileOutputStream(descriptor);
        return new PrintStream(out, true, StandardCharsets.UTF_8);
    }
}
