/** A plugin that plays the piece. */
@Export
@Version("1.0.0")
package org.scaena.itests.player;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
