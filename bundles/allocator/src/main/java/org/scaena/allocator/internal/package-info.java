/** Ids of logins: first fit for buffers and buses, counting for nodes. */
@NullMarked
package org.scaena.allocator.internal;

import org.jspecify.annotations.NullMarked;
