/**
 * Every command of scsynth as a typed factory: arguments are checked when a command is made, and
 * the reply is read into a value.
 *
 * <p>Names and meanings are those of the Server Command Reference. A factory refuses what no server
 * could take, with an {@link java.lang.IllegalArgumentException} that names the argument, its value
 * and what is allowed; what only the running server's limits forbid is refused when the command is
 * sent.
 */
@Export
@Version("1.0.0")
@NullMarked
package org.scaena.catalogue;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
