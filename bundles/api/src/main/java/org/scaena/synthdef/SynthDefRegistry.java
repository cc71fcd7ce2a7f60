package org.scaena.synthdef;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.scaena.command.Subscription;

/**
 * What should be on the servers: definitions by name, each with an owner. A service.
 *
 * <p>Definitions come by {@link #register}, from {@link SynthDefProvider} services, and from
 * bundles whose manifest names a folder ({@link ProvidesSynthDefs}) and from watched folders. Safe
 * for use by several threads.
 */
@ProviderType
public interface SynthDefRegistry {

    /** Registers every definition of a file, to be sent at boot. */
    default SynthDefRegistration register(byte[] file, String owner, String origin) {
        return register(file, owner, origin, Sending.AT_BOOT);
    }

    /**
     * Registers every definition of a file; all or none.
     *
     * <p>An owner's later definition of a name hides its earlier one until it is withdrawn; several
     * owners may have the same bytes under one name.
     *
     * @param file the bytes of a {@code .scsyndef} file
     * @param owner who withdraws them, usually a bundle's symbolic name
     * @param origin where the bytes came from, for people
     * @param sending when they go to the servers
     * @return closed to withdraw them
     * @throws SynthDefFormatException if the bytes are no synth definition file
     * @throws SynthDefConflictException if another owner has a different definition of that name
     */
    SynthDefRegistration register(byte[] file, String owner, String origin, Sending sending);

    /**
     * Registers the definitions of a file, to be sent at boot.
     *
     * @param file below one of the configured roots once links are resolved; a relative path is
     *     looked for in each of them
     * @throws SynthDefPathException if it is not there, not readable or not below a root
     */
    SynthDefRegistration registerFile(Path file, String owner);

    /**
     * Registers every {@code .scsyndef} file of a folder and its sub-folders, as {@link
     * #registerFile} does; all or none.
     */
    SynthDefRegistration registerFolder(Path folder, String owner);

    /** All definitions, sorted by name. */
    List<RegisteredSynthDef> definitions();

    /** The definition of this name. */
    Optional<RegisteredSynthDef> find(String name);

    /**
     * Hears what comes and goes from now on.
     *
     * @return closed to hear no more
     */
    Subscription listen(SynthDefListener listener);
}
