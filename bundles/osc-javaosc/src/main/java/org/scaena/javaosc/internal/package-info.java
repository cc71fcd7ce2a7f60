/** JavaOSC as a codec, and its listeners as listeners of the server. */
@NullMarked
package org.scaena.javaosc.internal;

import org.jspecify.annotations.NullMarked;
