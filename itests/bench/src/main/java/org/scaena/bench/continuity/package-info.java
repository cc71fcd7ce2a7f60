/** Whether the sound goes on when a module is replaced. */
@NullMarked
package org.scaena.bench.continuity;

import org.jspecify.annotations.NullMarked;
