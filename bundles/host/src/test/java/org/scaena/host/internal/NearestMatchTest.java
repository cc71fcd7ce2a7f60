package org.scaena.host.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestMatchTest {

    private static final List<String> KEYS = List.of("numBuffers", "numWireBufs", "port", "name");

    @ParameterizedTest
    @CsvSource({"numBufers, numBuffers", "prot, port", "NAME, name", "numWirebuffs, numWireBufs"})
    void findsTheWordThatWasMeant(String typed, String meant) {
        assertThat(NearestMatch.to(typed, KEYS)).contains(meant);
    }

    @Test
    void findsNothingIfNothingIsNear() {
        assertThat(NearestMatch.to("sampleRate", KEYS)).isEmpty();
        assertThat(NearestMatch.to("port", List.of())).isEmpty();
        assertThat(NearestMatch.question("sampleRate", KEYS)).isEmpty();
    }

    @Test
    void countsNeighboursThatWereSwappedAsOneEdit() {
        assertThat(NearestMatch.edits("prot", "port")).isEqualTo(1);
        assertThat(NearestMatch.edits("", "port")).isEqualTo(4);
    }
}
