package org.scaena.server.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Which definition is taken for the one that crashed a server. */
class CulpritsTest {

    private static final Duration MEMORY = Duration.ofMinutes(10);

    private long seconds = 100;
    private final Culprits culprits = new Culprits(() -> TimeUnit.SECONDS.toNanos(seconds));

    private void use(String... definitions) {
        for (String definition : definitions) {
            culprits.used(definition);
        }
    }

    @Test
    void oneCrashMakesSuspectsAndNoCulprit() {
        use("a", "b");

        assertThat(culprits.crashed(MEMORY)).isEmpty();
        assertThat(culprits.isSuspect("a")).isTrue();
        assertThat(culprits.isSuspect("c")).isFalse();
    }

    @Test
    void whatWasUsedBeforeTwoCrashesInARowAndLastIsTheCulprit() {
        use("a", "poison", "b");
        culprits.crashed(MEMORY);
        use("a", "b", "poison", "c");

        assertThat(culprits.crashed(MEMORY)).contains("poison");
        assertThat(culprits.isSuspect("poison")).isFalse();
    }

    @Test
    void whatTheServerLivedOnAfterIsInnocent() {
        use("a", "poison");
        culprits.crashed(MEMORY);
        use("poison", "a");
        culprits.acquit("a");

        assertThat(culprits.crashed(MEMORY)).contains("poison");
    }

    @Test
    void whatWasUsedLongBeforeIsInnocent() {
        use("a");
        culprits.crashed(MEMORY);
        use("a");
        seconds += 2;

        assertThat(culprits.crashed(MEMORY)).isEmpty();
    }

    @Test
    void twoCrashesFarApartAreNotInARow() {
        use("a");
        culprits.crashed(MEMORY);
        seconds += MEMORY.toSeconds() + 1;
        use("a");

        assertThat(culprits.crashed(MEMORY)).isEmpty();
    }
}
