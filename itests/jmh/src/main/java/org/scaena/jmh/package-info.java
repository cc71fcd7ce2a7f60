/** Costs of single calls. */
@NullMarked
package org.scaena.jmh;

import org.jspecify.annotations.NullMarked;
