/** Starting, proving and ending programs. */
@NullMarked
package org.scaena.bench.process;

import org.jspecify.annotations.NullMarked;
