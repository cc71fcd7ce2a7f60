/** Synth definitions: their file format, their registry, and the ways into it. */
@NullMarked
package org.scaena.synthdef.internal;

import org.jspecify.annotations.NullMarked;
