package org.scaena.command;

/** Something that is heard until it is closed. Closing twice is harmless. */
@FunctionalInterface
public interface Subscription extends AutoCloseable {

    /** No call comes any more, once those under way have returned. */
    @Override
    void close();
}
