package org.scaena.process.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scaena.process.ProcessException;

/** Servers that are not what they seem; the real one is in {@link JackAudioSystemTest}. */
class JackProbeTest {

    @TempDir private Path directory;

    private JackProbe probe() {
        return new JackProbe(List.of(directory), Duration.ofMillis(50));
    }

    private Path socket() {
        return directory.resolve("jack_here_%d_0".formatted(ProcFs.userId()));
    }

    @Test
    void withoutASocketNoneRuns() {
        assertThat(probe().isRunning("here")).isFalse();
    }

    @Test
    void aSocketThatAKilledServerLeftIsNoServer() throws Exception {
        bind().close();
        assertThat(socket()).exists();

        assertThat(probe().isRunning("here")).isFalse();
    }

    @Test
    void aFileThatIsNoSocketIsNoServer() throws Exception {
        Files.createFile(socket());

        assertThat(probe().isRunning("here")).isFalse();
    }

    @Test
    void aFrozenServerIsAnErrorAndNotAnAbsence() throws Exception {
        ServerSocketChannel neverAccepts = bind();
        try {
            assertThatThrownBy(() -> probe().isRunning("here"))
                    .isInstanceOf(ProcessException.class)
                    .hasMessageContaining("here does not answer");
        } finally {
            neverAccepts.close();
        }
    }

    private ServerSocketChannel bind() throws Exception {
        return ServerSocketChannel.open(StandardProtocolFamily.UNIX)
                .bind(UnixDomainSocketAddress.of(socket()));
    }
}
