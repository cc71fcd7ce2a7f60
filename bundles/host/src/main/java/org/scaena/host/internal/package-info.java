/**
 * The operator's face: says what happens, checks configuration files, knows when the host is ready,
 * and ends it with a code that tells why.
 */
@NullMarked
package org.scaena.host.internal;

import org.jspecify.annotations.NullMarked;
