/** Synth definitions: their file format, their registry, and the ways into it. */
@NullMarked
@ProvidesSynthDefs
package org.scaena.synthdef.internal;

import org.jspecify.annotations.NullMarked;
import org.scaena.synthdef.ProvidesSynthDefs;
