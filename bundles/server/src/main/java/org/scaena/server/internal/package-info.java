/** The order of things: boots servers, logs in, and publishes clients. */
@NullMarked
package org.scaena.server.internal;

import org.jspecify.annotations.NullMarked;
