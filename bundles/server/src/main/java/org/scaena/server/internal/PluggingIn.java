package org.scaena.server.internal;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.scaena.catalogue.BufferCommands;
import org.scaena.catalogue.NodeCommands;
import org.scaena.id.IdLoan;
import org.scaena.ledger.LoanEntry;
import org.scaena.ledger.LoginEntry;
import org.scaena.node.NodeSnapshot;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs plugged-in clients in on one run of a server, with what they had before; life thread only.
 */
final class PluggingIn implements Activations.Way {

    private static final Logger LOG = LoggerFactory.getLogger(PluggingIn.class);

    private final Life life;
    private final ServerRun up;

    PluggingIn(Life life, ServerRun up) {
        this.life = life;
        this.up = up;
    }

    @Override
    public LiveClient logIn(int wishedId) {
        return plug(wishedId, Logins.ANY_PORT, this::knowLiving);
    }

    @Override
    public LiveClient logInAgain(LoginEntry before) {
        return plug(
                before.clientId(),
                before.localPort(),
                up.wasTakenOver()
                        ? client -> find(client, before)
                        : client -> makeAgain(client, before));
    }

    private LiveClient plug(int wishedId, int localPort, Consumer<LiveClient> preparation) {
        LiveClient client = life.logins().plug(up, wishedId, localPort);
        try {
            preparation.accept(client);
            return client;
        } catch (RuntimeException failed) {
            client.logOut();
            throw failed;
        }
    }

    /** Ends what a login had that plays on, and the login. */
    void end(LoginEntry absent) {
        if (up.wasTakenOver()) {
            try {
                LiveClient client = logInAgain(absent);
                client.ownersOfUnclaimed()
                        .forEach(owner -> client.giveBack(owner, Holdings.Part.ALL, Duration.ZERO));
                client.logOut();
            } catch (RuntimeException failed) {
                LOG.warn("what {} had plays on: {}", absent.client(), failed.getMessage());
            }
        }
    }

    private void find(LiveClient client, LoginEntry before) {
        int id = client.login().clientId();
        if (id == before.clientId()) {
            new Finding(client, before.holdings()).run();
        } else {
            life.progress(
                    "%s is client %d now: what it had as client %d ends and is made again"
                            .formatted(before.client(), id, before.clientId()));
            end(client, before.holdings().loans());
            makeAgain(client, before);
        }
    }

    /** Its ids are another login's, which nobody has any more. */
    private void end(LiveClient client, List<LoanEntry> loans) {
        List<IdLoan> nodes = Loans.of(Loans.NODE, loans);
        up.tree()
                .snapshot()
                .nodes()
                .filter(node -> nodes.stream().anyMatch(loan -> loan.range().contains(node.id())))
                .forEach(node -> client.session().send(NodeCommands.free(node.id()).message()));
        Loans.of(Loans.BUFFER, loans)
                .forEach(
                        loan ->
                                client.session()
                                        .request(BufferCommands.free(loan.range().first())));
    }

    private void makeAgain(LiveClient client, LoginEntry before) {
        knowLiving(client);
        new Remaking(client, before.holdings(), life.definitions().culprits())
                .run(life.definitions()::isThere)
                .forEach(what -> life.progress("could not be brought back: " + what));
    }

    private void knowLiving(LiveClient client) {
        client.ids()
                .nodes()
                .restoreLiving(
                        up.tree()
                                .snapshot()
                                .nodes()
                                .mapToInt(NodeSnapshot::id)
                                .filter(id -> !Login.isDefaultGroup(id)),
                        Owners.HOST);
    }

    @Override
    public void afterGrace(Runnable task) {
        life.threads()
                .life()
                .schedule(task, life.settings().grace().toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public Claims claims(LiveClient client) {
        return new Claims(client, life.settings(), life.threads().life());
    }
}
