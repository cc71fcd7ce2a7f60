package org.scaena.server.internal;

/**
 * What the server gave us at the login.
 *
 * @param clientId our client id
 * @param maxLogins how many logins there are
 */
record Login(int clientId, int maxLogins) {

    /** The ids of the groups of all others would be negative. */
    static final int MOST_WITH_GROUP = 32;

    /** Whether a group is the default group of a login. */
    static boolean isDefaultGroup(int id) {
        return id >= 0 && id == defaultGroup(id >> 26);
    }

    /** The default group that every client has by custom: {@code (clientId << 26) + 1}. */
    static int defaultGroup(int clientId) {
        return (clientId << 26) + 1;
    }
}
