/**
 * Nodes of a running server: handles to act on, and snapshots and events to look at.
 *
 * <p>The mirror of the tree is fed by notifications and healed by queries, because scsynth drops
 * notifications by design.
 */
@Export
@Version("1.0.0")
@NullMarked
package org.scaena.node;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
