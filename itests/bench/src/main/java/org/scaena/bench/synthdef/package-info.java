/** Definitions: how fast they are read, and how soon a server is proved to have them. */
@NullMarked
package org.scaena.bench.synthdef;

import org.jspecify.annotations.NullMarked;
