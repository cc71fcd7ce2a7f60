/** How long a server takes to be usable, from nothing and again. */
@NullMarked
package org.scaena.bench.boot;

import org.jspecify.annotations.NullMarked;
