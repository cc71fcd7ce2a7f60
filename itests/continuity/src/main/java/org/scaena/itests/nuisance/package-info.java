/** A plugin that behaves badly. */
@Export
@Version("1.0.0")
package org.scaena.itests.nuisance;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
