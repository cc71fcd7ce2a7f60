/** Buffers as a plugin has them. */
@NullMarked
package org.scaena.bench.buffers;

import org.jspecify.annotations.NullMarked;
