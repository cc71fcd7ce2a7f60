package org.scaena.host.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.scaena.host.internal.Startup.Fatal;
import org.scaena.host.internal.Startup.Ready;
import org.scaena.process.Program;

class StartupTest {

    @Test
    void isReadyOnceTheServerRuns() {
        Startup startup = startup("default");

        assertThat(startup.begin()).isEmpty();
        startup.appeared("default");
        assertThat(startup.running("default", "127.0.0.1:57110"))
                .contains(new Ready("ready: server default on 127.0.0.1:57110"));
        assertThat(startup.isOver()).isTrue();
        assertThat(startup.running("default", "127.0.0.1:57110")).isEmpty();
    }

    @Test
    void waitsForAllServersAndIsReadyIfOneOfThemRuns() {
        Startup startup = startup("a", "b");

        assertThat(startup.running("b", "port 2")).isEmpty();
        assertThat(startup.unseen()).containsExactly("a");
        assertThat(startup.failed("a", "no")).contains(new Ready("ready: server b on port 2"));
    }

    @Test
    void isOfNoUseIfNoServerCouldBoot() {
        Startup startup = startup("a", "b");

        assertThat(startup.failed("a", "port 1 is taken; choose another")).isEmpty();
        assertThat(startup.failed("b", "another")).isPresent();
        assertThat(startup.failed("b", "again")).isEmpty();
        assertThat(startup("a").failed("a", "port 1 is taken; choose another"))
                .contains(new Fatal(ExitCode.BOOT, "port 1 is taken; choose another"));
    }

    @Test
    void tellsAMissingProgramByItsRemedy() {
        String message = "scsynth is nowhere: " + Program.scsynth().remedy();

        assertThat(startup("a").failed("a", message))
                .contains(new Fatal(ExitCode.MISSING_PROGRAM, message));
    }

    @Test
    void isReadyAtOnceIfNothingBoots() {
        assertThat(new Startup(List.of(new ConfiguredServer("f", "a", 1, false))).begin())
                .contains(new Ready("ready: no server boots at the start"));
    }

    @Test
    void aServerThatIsNotWaitedForDecidesNothing() {
        Startup startup = startup("a");

        assertThat(startup.failed("guest", "no")).isEmpty();
        assertThat(startup.isOver()).isFalse();
    }

    private static Startup startup(String... names) {
        return new Startup(
                Stream.of(names).map(name -> new ConfiguredServer("f", name, 1, true)).toList());
    }
}
