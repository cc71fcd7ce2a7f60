package org.scaena.server.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.scaena.osc.OscBlob;
import org.scaena.osc.OscBundle;
import org.scaena.osc.OscMessage;
import org.scaena.osc.OscTimeTag;

class MomentTest {

    private static final OscTimeTag TIME = new OscTimeTag(1L << 40);

    private final Moment moment = new Moment(TIME);

    @Test
    void isOneBundleInTheOrderOfTheCalls() {
        OscMessage first = OscMessage.of("/n_set", 1, "freq", 1f);
        OscMessage second = OscMessage.of("/n_free", 1);

        assertThat(moment.bundlesOf(List.of(first, second)))
                .containsExactly(OscBundle.of(TIME, first, second));
        assertThat(moment.bundlesOf(List.of())).isEmpty();
    }

    @Test
    void whatExceedsADatagramIsSeveralBundlesOfOneTime() {
        OscMessage big = OscMessage.of("/b_setn", OscBlob.of(new byte[30_000]));

        assertThat(moment.bundlesOf(List.of(big, big, big)))
                .containsExactly(OscBundle.of(TIME, big, big), OscBundle.of(TIME, big));
    }

    @Test
    void noBundleTouchesMoreNodesThanScsynthCanTell() {
        OscMessage synth = OscMessage.of("/s_new", "s2", 1000, 0, 1);

        assertThat(moment.bundlesOf(Collections.nCopies(1200, synth)))
                .extracting(bundle -> bundle.elements().size())
                .containsExactly(500, 500, 200);
    }

    @Test
    void aBlockInsideABlockGoesWithTheOuterOne() {
        Moments moments = new Moments();
        List<Moment> sent = new ArrayList<>();

        moments.collect(
                TIME,
                () -> moments.collect(OscTimeTag.IMMEDIATELY, () -> {}, sent::add),
                sent::add);
        assertThat(sent).singleElement().returns(1, outer -> outer.inner().size());

        assertThatThrownBy(
                        () ->
                                moments.collect(
                                        TIME,
                                        () -> {
                                            throw new IllegalStateException("on purpose");
                                        },
                                        sent::add))
                .hasMessage("on purpose");
        assertThat(sent).hasSize(1);
        assertThat(moments.current()).isEmpty();
    }
}
