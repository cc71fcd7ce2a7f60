package org.scaena.id;

/**
 * Numbers and who holds them.
 *
 * @param range the numbers
 * @param owner who is asked for them back, usually a bundle's symbolic name
 */
public record IdLoan(IdRange range, String owner) {}
