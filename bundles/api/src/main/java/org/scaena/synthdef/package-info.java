/**
 * Synth definitions: parsed before they are believed, registered by name and owner.
 *
 * <p>Source: the Synth Definition File Format, versions 1 and 2.
 */
@Export
@Version("1.0.0")
@NullMarked
package org.scaena.synthdef;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
