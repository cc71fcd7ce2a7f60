/** How quickly the language answers. */
@NullMarked
package org.scaena.bench.sclang;

import org.jspecify.annotations.NullMarked;
