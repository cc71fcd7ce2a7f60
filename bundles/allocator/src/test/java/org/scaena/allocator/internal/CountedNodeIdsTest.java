package org.scaena.allocator.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.scaena.id.IdLoan;
import org.scaena.id.IdRange;
import org.scaena.id.IdsExhaustedException;

class CountedNodeIdsTest {

    private static final String OWNER = "org.example.plugin";

    private final CountedNodeIds ids =
            new CountedNodeIds(
                    List.of(new IdRange(2001, 3), new IdRange(5000, 2)), new IdRange(2, 2));

    @Test
    void countsOnAndComesBackToAFreedIdLast() {
        assertThat(ids.allocate(OWNER)).isEqualTo(2001);
        assertThat(ids.free(2001)).isTrue();
        assertThat(List.of(next(), next(), next(), next(), next()))
                .containsExactly(2002, 2003, 5000, 5001, 2001);
    }

    @Test
    void skipsTheLivingWhenItWraps() {
        ids.restore(2002, OWNER);
        assertThat(List.of(next(), next(), next(), next())).containsExactly(2001, 2003, 5000, 5001);
        ids.free(5000);
        assertThat(next()).isEqualTo(5000);
    }

    @Test
    void isExhaustedOnlyWhenAllLive() {
        for (int i = 0; i < 5; i++) {
            next();
        }
        assertThatThrownBy(this::next)
                .isInstanceOf(IdsExhaustedException.class)
                .hasMessage("no 1 node ids in a row: 0 are free, at most 0 in a row");
        assertThat(ids.allocatePermanent(OWNER)).isEqualTo(2);
        ids.free(2003);
        assertThat(next()).isEqualTo(2003);
    }

    @Test
    void lendsPermanentIdsApart() {
        assertThat(ids.allocatePermanent(OWNER)).isEqualTo(2);
        assertThat(ids.allocatePermanent(OWNER)).isEqualTo(3);
        assertThatThrownBy(() -> ids.allocatePermanent(OWNER))
                .isInstanceOf(IdsExhaustedException.class);
        ids.free(2);
        assertThat(ids.allocatePermanent(OWNER)).isEqualTo(2);
    }

    @Test
    void saysWhetherAnIdWasOnLoan() {
        int id = next();
        assertThat(ids.free(id)).isTrue();
        assertThat(ids.free(id)).isFalse();
        assertThat(ids.free(77)).isFalse();
        assertThat(ids.owns(id)).isTrue();
        assertThat(ids.owns(2)).isTrue();
        assertThat(ids.owns(77)).isFalse();
    }

    @Test
    void keepsTheOwnerOfARestoredIdThatLives() {
        ids.restore(next(), "org.example.other");
        ids.restore(5000, "org.example.other");
        assertThat(ids.loans())
                .containsExactly(
                        new IdLoan(IdRange.of(2001), OWNER),
                        new IdLoan(IdRange.of(5000), "org.example.other"));
        ids.freeAllOf("org.example.other");
        assertThat(ids.loans()).hasSize(1);
        assertThat(ids.restore(77, OWNER)).isFalse();
        assertThat(ids.loans()).hasSize(1);
    }

    @Test
    void goesOnBehindWhatTheServersTreeShows() {
        next();
        IntStream tree = IntStream.of(0, 1, -16, 77, 2001, 5000, 2003, 3);
        assertThat(ids.restoreLiving(tree, "scaena")).isEqualTo(3);
        assertThat(ids.owner(5000)).contains("scaena");
        assertThat(ids.owner(2001)).contains(OWNER);
        assertThat(ids.owner(77)).isEmpty();
        assertThat(ids.next()).isEqualTo(5001);
        assertThat(List.of(next(), next())).containsExactly(5001, 2002);
        assertThat(ids.allocatePermanent(OWNER)).isEqualTo(2);
    }

    @Test
    void doesNotGoBackForWhatTheTreeShows() {
        ids.restore(2003, OWNER);
        assertThat(List.of(next(), next(), next())).containsExactly(2001, 2002, 5000);
        assertThat(ids.restoreLiving(IntStream.of(2001, 2003), OWNER)).isZero();
        assertThat(ids.next()).isEqualTo(5001);
    }

    private int next() {
        return ids.allocate(OWNER);
    }
}
