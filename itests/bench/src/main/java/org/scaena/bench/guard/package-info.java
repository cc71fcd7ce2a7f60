/** What the guard of the outputs does, and what it costs. */
@NullMarked
package org.scaena.bench.guard;

import org.jspecify.annotations.NullMarked;
