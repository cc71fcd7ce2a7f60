/** The codec, and links over UDP and TCP. */
@NullMarked
package org.scaena.osc.internal;

import org.jspecify.annotations.NullMarked;
