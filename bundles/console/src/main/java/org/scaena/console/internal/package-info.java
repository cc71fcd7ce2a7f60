/** Gogo commands {@code sc:*}: what a person does with servers, nodes and definitions. */
@NullMarked
package org.scaena.console.internal;

import org.jspecify.annotations.NullMarked;
