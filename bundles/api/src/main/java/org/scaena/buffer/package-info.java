/**
 * Buffers: samples and sound files in the server's memory.
 *
 * <p>A buffer is taken from a {@code Client}, belongs to the bundle of that client's view and is
 * freed when the bundle stops. What scsynth gets wrong in silence – no memory, nothing to read,
 * values out of range – fails here with a sentence.
 */
@Export
@Version("1.0.0")
@NullMarked
package org.scaena.buffer;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
