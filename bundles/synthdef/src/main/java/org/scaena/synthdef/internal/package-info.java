/** Synth definitions: their file format, their registry, and the ways into it. */
@NullMarked
@ProvidesSynthDefs("synthdefs/,synthdefs/on-demand/;sending=on-demand")
package org.scaena.synthdef.internal;

import org.jspecify.annotations.NullMarked;
import org.scaena.synthdef.ProvidesSynthDefs;
