package org.scaena.synthdef.internal;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.scaena.osc.OscBlob;
import org.scaena.synthdef.Sending;
import org.scaena.synthdef.SynthDefProvider;
import org.scaena.synthdef.SynthDefRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Registers what {@link SynthDefProvider} services bring, and withdraws it when the service goes.
 *
 * <p>Works on the thread that registers or unregisters the service.
 */
@Component(service = {})
public final class SynthDefProviders {

    private static final Logger LOG = LoggerFactory.getLogger(SynthDefProviders.class);

    private final SynthDefRegistry registry;
    private final Map<ServiceReference<?>, Contribution> contributions = new ConcurrentHashMap<>();

    /** Without providers yet; they are added one by one. */
    @Activate
    public SynthDefProviders(@Reference SynthDefRegistry registry) {
        this.registry = registry;
    }

    /** Registers the files of a provider. */
    @Reference(
            service = SynthDefProvider.class,
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC)
    void addProvider(SynthDefProvider provider, ServiceReference<SynthDefProvider> reference) {
        Bundle bundle = reference.getBundle();
        if (bundle == null) { // gone already
            return;
        }
        Contribution contribution = new Contribution(registry, bundle);
        contributions.put(reference, contribution);
        try {
            int number = 0;
            for (OscBlob file : provider.synthDefs()) {
                number++;
                String name = provider.getClass().getName() + "#" + number;
                contribution.add(file.toByteArray(), name, Sending.AT_BOOT);
            }
        } catch (Throwable e) { // a provider's fault must not become that of who finds it
            LOG.warn("{} of {} failed", provider, bundle, e);
        }
    }

    /** Withdraws them. */
    void removeProvider(ServiceReference<SynthDefProvider> reference) {
        Contribution contribution = contributions.remove(reference);
        if (contribution != null) {
            contribution.close();
        }
    }
}
