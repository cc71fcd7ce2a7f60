package org.scaena.server.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.scaena.server.internal.Holdings.Part;

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

    @Test
    void whatIsUnclaimedIsTakenUnlessItsOwnerAsksForIt() {
        made(1, "us", "claimed");
        holdings.add(2, "us", Optional.of("wind"), "unclaimed");
        holdings.add(3, "them", Optional.of("rain"), "theirs");
        holdings.unclaim("us");

        assertThat(holdings.ownersOfUnclaimed()).containsExactly("us");
        assertThat(holdings.keyed("us", "rain", () -> made(4, "us", "new"))).isEqualTo("claimed");
        assertThat(holdings.take("us", Part.UNCLAIMED)).containsExactly("unclaimed");
        assertThat(holdings.ownersOfUnclaimed()).isEmpty();
        assertThat(holdings.take("us", Part.UNCLAIMED)).isEmpty();
    }

    /** It may ring out for seconds, and is nobody's by then. */
    @Test
    void whatIsTakenIsNotFoundByItsKey() {
        made(1, "us", "leaving");

        assertThat(holdings.take("us", Part.ALL)).containsExactly("leaving");

        assertThat(holdings.keyed("us", "rain", () -> made(2, "us", "new"))).isEqualTo("new");
        holdings.remove(1);
        assertThat(holdings.keyed("us", "rain", () -> made(3, "us", "other"))).isEqualTo("new");
    }

    @Test
    void whatIsOfNoMoreUseIsMadeAnew() {
        made(1, "us", "freed");

        assertThat(holdings.keyed("us", "rain", there -> false, () -> made(2, "us", "second")))
                .isEqualTo("second");
    }
}
