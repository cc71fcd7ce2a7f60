/** What a host costs when there is more and more of something. */
@NullMarked
package org.scaena.bench.growth;

import org.jspecify.annotations.NullMarked;
