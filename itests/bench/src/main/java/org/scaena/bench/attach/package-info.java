/** How long it takes to join a server that runs. */
@NullMarked
package org.scaena.bench.attach;

import org.jspecify.annotations.NullMarked;
