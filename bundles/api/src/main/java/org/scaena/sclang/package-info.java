/** SuperCollider's language beside the host: evaluates code, compiles definitions. */
@Export
@Version("1.0.0")
@NullMarked
package org.scaena.sclang;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
