package org.scaena.itests.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every bundle of a feature resolves in a Felix that has nothing but this feature. */
class ResolutionIT {

    static Stream<Arguments> features() {
        return Stream.of(
                Arguments.of("core", Built.core()), Arguments.of("console", Built.bundles()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("features")
    void everyBundleResolves(String feature, List<Path> jars, @TempDir Path cache)
            throws Exception {
        try (BareFelix felix = new BareFelix(cache, jars)) {
            assertThat(felix.bundles()).isNotEmpty();
            assertThat(felix.unresolved()).as(feature).isEmpty();
        }
    }
}
