/** A mirror of a server's node tree: fed by notifications, healed by queries. */
@NullMarked
package org.scaena.nodetree.internal;

import org.jspecify.annotations.NullMarked;
