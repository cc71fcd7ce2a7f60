package org.scaena.ledger;

/**
 * A further login, of a client that was plugged in.
 *
 * @param client its name for people: class and bundle
 * @param localPort the UDP port it speaks from: the server knows its clients by it
 * @param clientId as the server gave it
 * @param holdings what it holds
 */
public record LoginEntry(String client, int localPort, int clientId, HoldingsEntry holdings) {

    /** A page that an older host has written says nothing of what a login holds. */
    public LoginEntry {
        if (holdings == null) {
            holdings = HoldingsEntry.NONE;
        }
    }

    /** A login that holds nothing. */
    public LoginEntry(String client, int localPort, int clientId) {
        this(client, localPort, clientId, HoldingsEntry.NONE);
    }
}
