/** Ids and the mirror of the node tree, each beside a naive model. */
@NullMarked
package org.scaena.bench.tree;

import org.jspecify.annotations.NullMarked;
