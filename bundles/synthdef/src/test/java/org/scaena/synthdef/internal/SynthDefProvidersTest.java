package org.scaena.synthdef.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.scaena.osc.OscBlob;
import org.scaena.synthdef.RegisteredSynthDef;
import org.scaena.synthdef.SynthDefProvider;

class SynthDefProvidersTest {

    private final Registry registry = new Registry(new ScsyndefFormat());
    private final SynthDefProviders providers = new SynthDefProviders(registry);
    private Felix felix;

    @BeforeEach
    void start(@TempDir Path storage) throws Exception {
        felix = new Felix(storage);
    }

    @AfterEach
    void stop() throws Exception {
        felix.stop();
    }

    @Test
    void registersForTheBundleOfTheServiceUntilItGoes() throws Exception {
        SynthDefProvider provider =
                () ->
                        List.of(
                                OscBlob.of(new TestDef("tone", 1).file()),
                                OscBlob.of(new byte[] {0}),
                                OscBlob.of(new TestDef("hum", 1).file()));
        ServiceReference<SynthDefProvider> reference = register(provider);

        providers.addProvider(provider, reference);
        assertThat(registry.definitions())
                .extracting(RegisteredSynthDef::name)
                .containsExactly("hum", "tone");
        assertThat(registry.find("hum").orElseThrow().owner()).isEqualTo("hall");

        providers.removeProvider(reference);
        assertThat(registry.definitions()).isEmpty();
    }

    @Test
    void survivesAProviderThatThrows() throws Exception {
        SynthDefProvider provider =
                () -> {
                    throw new IllegalStateException("a provider's fault, as the test wants it");
                };
        ServiceReference<SynthDefProvider> reference = register(provider);

        providers.addProvider(provider, reference);
        providers.removeProvider(reference);

        assertThat(registry.definitions()).isEmpty();
    }

    private ServiceReference<SynthDefProvider> register(SynthDefProvider provider)
            throws Exception {
        Bundle hall = felix.install("hall", "", Map.of());
        hall.start();
        BundleContext context = hall.getBundleContext();
        return context.registerService(SynthDefProvider.class, provider, null).getReference();
    }
}
