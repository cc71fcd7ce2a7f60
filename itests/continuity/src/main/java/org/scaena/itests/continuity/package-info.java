/**
 * Proofs that the sound goes on: a piece that is the same each time to the last sample, a thousand
 * messages a second that leave traces, and the ways in which a bundle is replaced.
 *
 * <p>For tests and benchmarks, as a bundle or on the class path.
 */
@Export
@Version("1.0.0")
package org.scaena.itests.continuity;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
