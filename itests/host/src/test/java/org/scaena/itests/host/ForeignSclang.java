package org.scaena.itests.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.scaena.osc.OscEndpoint;

/**
 * Somebody else's sclang, as it comes: started by hand, attached to a server by {@code
 * Server.remote}, told by its standard input what to do.
 */
final class ForeignSclang implements AutoCloseable {

    private static final int LIMIT_SECONDS = 60;
    private static final char EVALUATE = '\u001b';
    private static final String SAYS = "foreign: ";

    private final Process process;
    private final Writer input;
    private final BlockingQueue<String> said = new LinkedBlockingQueue<>();

    private ForeignSclang(Process process) {
        this.process = process;
        this.input = process.outputWriter();
        Thread reader = new Thread(this::read, "foreign-sclang");
        reader.setDaemon(true);
        reader.start();
    }

    /** Starts one and waits until it is logged in. */
    static ForeignSclang on(OscEndpoint server) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(
                                "sclang",
                                "-i",
                                "foreign",
                                "-u",
                                Integer.toString(TestServer.freePort()))
                        .redirectErrorStream(true);
        builder.environment()
                .putAll(Map.of("QT_QPA_PLATFORM", "offscreen", "QTWEBENGINE_DISABLE_SANDBOX", "1"));
        ForeignSclang sclang = new ForeignSclang(builder.start());
        sclang.ask(
                """
                s = Server.remote(\\x, NetAddr("%s", %d));
                Server.default = s;
                fork { while { s.serverRunning.not } { 0.02.wait }; s.sync; ~say.("in") };
                """
                        .formatted(server.host(), server.port()));
        return sclang;
    }

    private void read() {
        try (BufferedReader output = process.inputReader()) {
            String line = output.readLine();
            while (line != null) {
                if (line.startsWith(SAYS)) {
                    said.add(line.substring(SAYS.length()));
                }
                line = output.readLine();
            }
        } catch (IOException ended) {
            said.add("its output can't be read: " + ended);
        }
    }

    /** Evaluates code that calls {@code ~say}, once, when it is done; what it says. */
    String ask(String code) throws InterruptedException {
        try {
            input.write("~say = { |what| (\"" + SAYS + "\" ++ what).postln };\n" + code + EVALUATE);
            input.flush();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
        String answer = said.poll(LIMIT_SECONDS, TimeUnit.SECONDS);
        assertThat(answer).as(code).isNotNull();
        return answer;
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }
}
