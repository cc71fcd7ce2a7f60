package org.scaena.ledger;

import org.scaena.id.IdRange;

/**
 * Ids on loan.
 *
 * @param kind of which kind, for example {@code buffer}
 * @param range the numbers
 * @param owner who holds them, usually a bundle's symbolic name
 */
public record LoanEntry(String kind, IdRange range, String owner) {}
