package org.scaena.ledger.internal;

/** A page that was not written by this version, or not to its end. */
final class DamagedPageException extends Exception {

    private static final long serialVersionUID = 1L;

    DamagedPageException(String why) {
        super(why);
    }
}
