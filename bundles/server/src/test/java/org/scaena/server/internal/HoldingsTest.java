package org.scaena.server.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class HoldingsTest {

    private final Holdings<String> holdings = new Holdings<>();

    @Test
    void aKeyIsItsOwnersAndOnce() {
        String ours = holdings.keyed("us", "rain", () -> made(1, "us", "ours"));
        String theirs = holdings.keyed("them", "rain", () -> made(2, "them", "theirs"));

        assertThat(holdings.keyed("us", "rain", () -> made(3, "us", "another"))).isSameAs(ours);
        assertThat(theirs).isEqualTo("theirs");
        assertThat(holdings.of("us")).containsExactly("ours");
    }

    private String made(int id, String owner, String thing) {
        holdings.add(id, owner, Optional.of("rain"), thing);
        return thing;
    }

    @Test
    void whatIsForgottenIsMadeAnew() {
        made(1, "us", "first");

        assertThat(holdings.remove(1)).contains("first");
        assertThat(holdings.remove(1)).isEmpty();
        assertThat(holdings.of("us")).isEmpty();
        assertThat(holdings.keyed("us", "rain", () -> made(2, "us", "second"))).isEqualTo("second");
    }

    @Test
    void withoutAKeyItIsOwned() {
        holdings.add(1, "us", Optional.empty(), "one");
        holdings.add(2, "us", Optional.empty(), "two");
        holdings.add(3, "them", Optional.empty(), "three");

        assertThat(holdings.of("us")).containsExactlyInAnyOrder("one", "two");
    }
}
