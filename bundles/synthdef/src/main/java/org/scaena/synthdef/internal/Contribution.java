package org.scaena.synthdef.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.osgi.framework.Bundle;
import org.scaena.command.ServerException;
import org.scaena.synthdef.Sending;
import org.scaena.synthdef.SynthDefRegistration;
import org.scaena.synthdef.SynthDefRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What one bundle brings, file by file; a file that is refused is named in the log and passed over.
 *
 * <p>Used by one thread at a time.
 */
final class Contribution implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Contribution.class);

    private final SynthDefRegistry registry;
    private final String owner;
    private final List<SynthDefRegistration> registrations = new ArrayList<>();

    Contribution(SynthDefRegistry registry, Bundle bundle) {
        this.registry = registry;
        this.owner = Objects.requireNonNullElse(bundle.getSymbolicName(), bundle.getLocation());
    }

    /** Registers a file that the bundle knows by this name. */
    void add(byte[] file, String name, Sending sending) {
        try {
            registrations.add(registry.register(file, owner, owner + "/" + name, sending));
        } catch (ServerException e) {
            LOG.warn("Passing over {} of {}: {}", name, owner, e.getMessage());
        }
    }

    /** Withdraws everything. */
    @Override
    public void close() {
        registrations.forEach(SynthDefRegistration::close);
    }
}
