/**
 * External programs: found, started, watched, ended, and taken over by a later host.
 *
 * <p>A program's output goes to a file, never into a pipe whose reader could stop the sound.
 */
@Export
@Version("1.1.0")
@NullMarked
package org.scaena.process;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
