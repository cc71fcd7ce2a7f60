/** The whole host as people start it. */
@NullMarked
package org.scaena.bench.host;

import org.jspecify.annotations.NullMarked;
