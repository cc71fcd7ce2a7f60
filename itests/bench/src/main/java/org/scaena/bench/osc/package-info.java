/** The codec and the transport: beside a bare socket, and with a real scsynth. */
@NullMarked
package org.scaena.bench.osc;

import org.jspecify.annotations.NullMarked;
