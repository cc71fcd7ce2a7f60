/**
 * Scaena beside what people would take instead, on the same scsynth in the same minute.
 *
 * <p>Each {@link org.scaena.bench.peers.Contender} is used as its own documentation shows.
 */
@NullMarked
package org.scaena.bench.peers;

import org.jspecify.annotations.NullMarked;
