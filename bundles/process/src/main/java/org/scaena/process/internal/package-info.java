/** Processes of this machine, and JACK servers among them. */
@NullMarked
package org.scaena.process.internal;

import org.jspecify.annotations.NullMarked;
