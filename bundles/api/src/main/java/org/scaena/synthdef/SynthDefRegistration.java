package org.scaena.synthdef;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** Definitions that one owner has registered together. */
@ProviderType
public interface SynthDefRegistration extends AutoCloseable {

    /** What was registered. */
    List<RegisteredSynthDef> definitions();

    /** Withdraws them; running synths stay. Repeating is harmless. */
    @Override
    void close();
}
