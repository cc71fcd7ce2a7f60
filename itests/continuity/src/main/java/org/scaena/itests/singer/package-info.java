/** A plugin whose client has a login of its own. */
@Export
@Version("1.0.0")
package org.scaena.itests.singer;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
