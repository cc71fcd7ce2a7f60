package org.scaena.ledger;

/**
 * A further login, of a client that was plugged in.
 *
 * @param client its name for people: class and bundle
 * @param localPort the UDP port it speaks from: the server knows its clients by it
 * @param clientId as the server gave it
 */
public record LoginEntry(String client, int localPort, int clientId) {}
