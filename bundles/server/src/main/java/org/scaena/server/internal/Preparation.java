package org.scaena.server.internal;

import java.util.List;
import org.scaena.command.Done;
import org.scaena.command.Reply;
import org.scaena.ledger.LedgerPage;
import org.scaena.node.GroupSnapshot;
import org.scaena.osc.OscMessage;
import org.scaena.osc.OscTimeTag;
import org.scaena.server.HookRun;
import org.scaena.server.ServerStatus;

/** What a server is given before it is usable, and again when its tree was cleared. */
final class Preparation {

    private final Life life;

    Preparation(Life life) {
        this.life = life;
    }

    /**
     * Prepares a server that comes up: boot hooks, then definitions, which hooks may have added,
     * then tree hooks. What need not wait for each other is under way at once, as every answer
     * takes an audio period or two.
     */
    void bringUp(LiveClient client, ServerStatus status) {
        bringUp(client, status, LedgerPage.EMPTY);
    }

    /** The same, and gives it what a server that has died had: before the tree hooks. */
    void bringUp(LiveClient client, ServerStatus status, LedgerPage wanted) {
        life.definitions().begin(client, status.numSynthDefs() == 0);
        life.plugins().hooks().begin();
        life.plugins().activations().begin(wanted.logins());
        life.plugins().hooks().run(HookPhase.BOOT, client);
        makeDefaultGroups(client);
        Reply<GroupSnapshot> tree = client.tree().refresh();
        bringDefinitions(client, wanted);
        follow(client);
        long before = client.session().sent();
        new Remaking(client, wanted.holdings(), life.definitions().culprits())
                .run(life.definitions()::isThere)
                .forEach(what -> life.progress("could not be brought back: " + what));
        life.plugins().hooks().run(HookPhase.TREE, client);
        life.guard().apply(client);
        life.volume().apply(client);
        tree.await();
        if (client.session().sent() != before) {
            Reply<Done> done = client.session().sync();
            client.tree().refresh().await();
            done.await();
        }
    }

    /** Takes over a server that an earlier host has prepared: nothing of it is done again. */
    void takeOver(LiveClient client, ServerStatus status, LedgerPage page, List<String> hooks) {
        life.definitions().begin(client, status.numSynthDefs() == 0, page.definitions());
        life.plugins().hooks().begin(hooks, client);
        life.plugins().activations().begin(page.logins());
        life.definitions().quarantine().inherit(page.quarantined());
        GroupSnapshot tree = new Finding(client, page.holdings()).run();
        life.volume().inherit(page.volume());
        life.volume().found(client, tree);
        life.guard().found(client, tree);
        bringDefinitions(client, page);
        follow(client);
        long before = client.session().sent();
        life.guard().apply(client);
        life.volume().apply(client);
        if (client.session().sent() != before) {
            client.session().sync().await();
        }
    }

    private void follow(LiveClient client) {
        life.plugins().nodeListeners().follow(client.tree());
        life.reports().begin();
        client.tree().listen(life.newest()::event);
    }

    /** Has the outputs guarded as changed settings say. */
    void guard(LiveClient client) {
        bringDefinitions(client, LedgerPage.EMPTY);
        life.guard().apply(client);
    }

    private void bringDefinitions(LiveClient client, LedgerPage page) {
        life.definitions()
                .prepare(client, page.definitions(), life.settings().guard().on())
                .forEach((name, why) -> life.progress("definition '" + name + "': " + why));
    }

    private static void makeDefaultGroups(LiveClient client) {
        Session session = client.session();
        session.at(
                OscTimeTag.IMMEDIATELY,
                () -> DefaultGroups.ofAll(client.login().maxLogins()).forEach(session::send));
    }

    /** Runs the tree hooks, applies the volume, and waits until the server has done it all. */
    List<HookRun> hooks(LiveClient client) {
        List<HookRun> runs = life.plugins().hooks().run(HookPhase.TREE, client);
        life.guard().apply(client);
        life.volume().apply(client);
        client.session().sync().await();
        return runs;
    }

    /** Ends all nodes of all clients, and builds the tree again. */
    void clearAll(LiveClient client) {
        clear(client, 0);
        life.volume().lost();
        life.guard().lost();
        makeDefaultGroups(client);
        hooks(client);
    }

    /** Ends what is in the default group of one login, which is made again. */
    void clearOwn(LiveClient login, LiveClient host) {
        int group = login.defaultGroup().id();
        clear(login, group);
        login.session().send(DefaultGroups.of(group));
        if (login != host) {
            login.session().sync().await(); // it has a link of its own, of which hooks know nothing
        }
        hooks(host);
    }

    private static void clear(LiveClient client, int group) {
        client.session().send(OscMessage.of("/g_freeAll", group));
        client.session().send(OscMessage.of("/clearSched"));
    }
}
