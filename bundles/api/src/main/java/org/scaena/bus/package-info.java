/**
 * Buses: the audio and control signals that synths share.
 *
 * <p>A bus is taken from a {@code Client}, belongs to the bundle of that client's view and is given
 * back when the bundle stops. The hardware's own buses belong to nobody and are never handed out.
 */
@Export
@Version("1.0.0")
@NullMarked
package org.scaena.bus;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
