package org.scaena.itests.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.osgi.framework.namespace.PackageNamespace.PACKAGE_NAMESPACE;

import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleRevision;

/** The manifests say the same as the classes: the API exports, the others import from it. */
class PackagesIT {

    private static final Pattern IMPORTED =
            Pattern.compile("osgi\\.wiring\\.package=(org\\.scaena[^)]*)");

    @Test
    void onlyTheApiExportsAndOnlyItsPackagesAreImported(@TempDir Path cache) throws Exception {
        try (BareFelix felix = new BareFelix(cache, Built.ourBundles())) {
            Set<String> api =
                    felix.bundles().stream()
                            .filter(PackagesIT::isApi)
                            .flatMap(PackagesIT::exports)
                            .collect(Collectors.toSet());
            assertThat(api).isNotEmpty();
            assertThat(felix.bundles())
                    .filteredOn(bundle -> !isApi(bundle))
                    .allSatisfy(
                            bundle -> {
                                assertThat(exports(bundle)).isEmpty();
                                assertThat(imports(bundle)).isSubsetOf(api);
                            });
        }
    }

    private static boolean isApi(Bundle bundle) {
        return bundle.getSymbolicName().equals("org.scaena.api");
    }

    private static Stream<String> exports(Bundle bundle) {
        return bundle
                .adapt(BundleRevision.class)
                .getDeclaredCapabilities(PACKAGE_NAMESPACE)
                .stream()
                .map(capability -> (String) capability.getAttributes().get(PACKAGE_NAMESPACE));
    }

    private static Stream<String> imports(Bundle bundle) {
        return bundle
                .adapt(BundleRevision.class)
                .getDeclaredRequirements(PACKAGE_NAMESPACE)
                .stream()
                .map(requirement -> IMPORTED.matcher(requirement.getDirectives().get("filter")))
                .flatMap(matcher -> matcher.results().map(found -> found.group(1)));
    }
}
