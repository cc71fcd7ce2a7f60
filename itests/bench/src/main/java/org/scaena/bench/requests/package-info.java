/** Requests of a plugin: their replies, their failures, their silence. */
@NullMarked
package org.scaena.bench.requests;

import org.jspecify.annotations.NullMarked;
