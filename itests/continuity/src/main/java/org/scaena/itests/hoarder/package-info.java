/** A plugin that takes of everything and gives nothing back. */
@Export
@Version("1.0.0")
package org.scaena.itests.hoarder;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
