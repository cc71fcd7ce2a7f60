package org.scaena.process.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.scaena.process.MemoryUse;

class MemoryWatchTest {

    private long now;
    private OptionalLong resident = OptionalLong.empty();
    private int looks;
    private final List<Long> told = new ArrayList<>();
    private final MemoryWatch watch = new MemoryWatch("double", 100, this::look, () -> now);

    private OptionalLong look() {
        looks++;
        return resident;
    }

    private void holds(long bytes) {
        resident = OptionalLong.of(bytes);
        now += Duration.ofSeconds(1).toNanos();
        watch.look();
    }

    private void tell(MemoryUse use) {
        told.add(use.residentBytes());
    }

    @Test
    void tellsOfACrossingOnceUntilMuchLessIsHeld() {
        watch.listen(this::tell);

        List.of(99L, 101L, 500L, 95L, 120L, 89L, 100L, 130L).forEach(this::holds);

        assertThat(told).containsExactly(101L, 130L);
    }

    @Test
    void whoComesLateIsToldToo() {
        holds(200);
        watch.listen(this::tell);
        holds(201);
        holds(202);

        assertThat(told).containsExactly(201L);
    }

    @Test
    void looksOnceASecondAndDoesNotMindAProcessThatHasGone() {
        for (int i = 0; i < 300; i++) {
            now += Duration.ofMillis(10).toNanos();
            watch.look();
        }

        assertThat(looks).isEqualTo(3);
        assertThat(told).isEmpty();
    }

    @Test
    void aListenerThatThrowsIsDropped() {
        watch.listen(
                use -> {
                    throw new IllegalStateException("meant to");
                });
        watch.listen(this::tell);

        List.of(101L, 1L, 102L).forEach(this::holds);

        assertThat(told).containsExactly(101L, 102L);
    }
}
