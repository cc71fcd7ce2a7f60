/** Ledgers in files. */
@NullMarked
package org.scaena.ledger.internal;

import org.jspecify.annotations.NullMarked;
