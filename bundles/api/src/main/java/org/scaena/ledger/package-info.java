/**
 * What a host remembers of each server beyond its own end: enough to find a server that plays on,
 * and to make a new one sound like one that died.
 */
@Export
@Version("1.1.0")
@NullMarked
package org.scaena.ledger;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
