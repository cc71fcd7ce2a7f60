package org.scaena.server.internal;

import java.time.Duration;
import java.util.Optional;
import org.scaena.ledger.HoldingsEntry;
import org.scaena.ledger.LoginEntry;
import org.scaena.server.ClientActivator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The login of a plugged-in client on one run of a server. All but {@link #entry} is called on the
 * life thread.
 */
final class PluggedLogin {

    private static final Logger LOG = LoggerFactory.getLogger(PluggedLogin.class);

    private final String label;
    private final String owner;
    private final ClientActivator activator;
    private final LiveClient client;
    private final Claims claims;
    private final Gate gate;
    private boolean isOver;

    PluggedLogin(
            String label,
            String owner,
            ClientActivator activator,
            LiveClient client,
            Claims claims,
            Gate gate) {
        this.label = label;
        this.owner = owner;
        this.activator = activator;
        this.client = client;
        this.claims = claims;
        this.gate = gate;
    }

    /** By which its activator is known again: class and bundle. */
    String label() {
        return label;
    }

    LiveClient client() {
        return client;
    }

    String owner() {
        return owner;
    }

    /** As a ledger keeps it. */
    LoginEntry entry(HoldingsEntry holdings) {
        return new LoginEntry(
                label,
                client.session().link().local().getPort(),
                client.login().clientId(),
                holdings);
    }

    /** Tells the activator that it is logged in; it has a while to claim what it had before. */
    void begin() {
        report(gate.call(owner, () -> activator.activate(view())));
        claims.begin(owner -> true);
    }

    /** Tells the activator, once, that its login is over; what it has stays. */
    void tellEnd() {
        if (!isOver) {
            isOver = true;
            report(gate.call(owner, () -> activator.deactivate(view())));
        }
    }

    /** What it has goes on, or has gone with the server; nothing is sent any more. */
    void leave() {
        tellEnd();
        claims.close();
        client.close();
    }

    /**
     * Its activator has gone: what has no key is given back.
     *
     * @return whether there is something that the next of its kind can ask for
     */
    boolean part() {
        tellEnd();
        claims.close();
        client.giveBack(owner, Holdings.Part.WITHOUT_KEY, Duration.ZERO);
        client.unclaim(owner);
        return client.ownersOfUnclaimed().contains(owner);
    }

    /** What it has is given back, and the login, too. */
    void end() {
        tellEnd();
        claims.close();
        client.giveBack(owner, Holdings.Part.ALL, Duration.ZERO);
        client.logOut();
    }

    private ClientView view() {
        return new ClientView(client, owner);
    }

    private void report(Optional<String> failure) {
        failure.ifPresent(why -> LOG.warn("{}: {}", label, why));
    }
}
