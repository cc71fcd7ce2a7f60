/**
 * Open Sound Control as values, and the link over which they travel.
 *
 * <p>Packets are immutable and know nothing of sockets; a codec turns them into bytes and back; a
 * transport opens links. Source: the OpenSound Control specification 1.0 and 1.1.
 */
@Export
@Version("1.1.0")
@NullMarked
package org.scaena.osc;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
