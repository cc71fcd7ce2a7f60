package org.scaena.synthdef;

import java.util.Collection;
import org.osgi.annotation.versioning.ConsumerType;
import org.scaena.osc.OscBlob;

/**
 * A whiteboard service whose definitions are registered while it is there.
 *
 * <p>Its owner is the bundle that registered the service. Asked once, on the thread that found it.
 */
@ConsumerType
public interface SynthDefProvider {

    /** The bytes of {@code .scsyndef} files. */
    Collection<OscBlob> synthDefs();
}
