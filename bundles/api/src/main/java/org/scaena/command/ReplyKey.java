package org.scaena.command;

import java.util.List;
import org.scaena.osc.OscMessage;

/**
 * What tells the reply to one command from all others: its address and its first arguments.
 *
 * @param address for example {@code /done} or {@code /synced}
 * @param leading the first arguments, compared by value; {@link #ANY} may be anything
 */
public record ReplyKey(String address, List<Object> leading) {

    /** Stands for an argument that tells nothing about the request. */
    public static final Object ANY = Wildcard.ANY;

    private enum Wildcard {
        ANY
    }

    /** Copies the arguments. */
    public ReplyKey {
        leading = List.copyOf(leading);
    }

    /** A key of an address and the arguments behind it. */
    public static ReplyKey of(String address, Object... leading) {
        return new ReplyKey(address, List.of(leading));
    }

    /** Whether a message is such a reply. */
    public boolean matches(OscMessage message) {
        if (!address.equals(message.address()) || leading.size() > message.size()) {
            return false;
        }
        for (int i = 0; i < leading.size(); i++) {
            Object expected = leading.get(i);
            if (expected != ANY && !expected.equals(message.arguments().get(i))) {
                return false;
            }
        }
        return true;
    }
}
