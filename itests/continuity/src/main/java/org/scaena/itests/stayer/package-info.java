/** A plugin that cannot be stopped. */
@Export
@Version("1.0.0")
package org.scaena.itests.stayer;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
