/** SuperCollider's language as a program beside the host. */
@NullMarked
package org.scaena.sclang.internal;

import org.jspecify.annotations.NullMarked;
