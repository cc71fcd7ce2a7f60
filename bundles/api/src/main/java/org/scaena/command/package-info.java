/**
 * The Server Command Reference as values: a command and the reply it expects are one thing.
 *
 * <p>Arguments are checked when a command is made, so that a mistake is a stack trace in the plugin
 * and not a crash in scsynth.
 */
@Export
@Version("1.1.0")
@NullMarked
package org.scaena.command;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
