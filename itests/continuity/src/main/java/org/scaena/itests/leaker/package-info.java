/** A plugin that uses up the heap. */
@Export
@Version("1.0.0")
package org.scaena.itests.leaker;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
