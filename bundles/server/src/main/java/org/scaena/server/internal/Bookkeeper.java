package org.scaena.server.internal;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.scaena.ledger.HoldingsEntry;
import org.scaena.ledger.Ledger;
import org.scaena.ledger.LedgerPage;
import org.scaena.ledger.RunEntry;
import org.scaena.process.ManagedProcess;

/**
 * Has the ledger written whenever something of it has changed, and says what a server was when it
 * went.
 */
final class Bookkeeper {

    private final Life life;
    private final BundleContext context;
    private final Ledger ledger;
    private final Supplier<LedgerPage> page = this::page;
    private volatile Optional<LedgerPage> inherited;
    private volatile @Nullable LedgerPage wanted;

    Bookkeeper(Life life, BundleContext context, Ledger ledger) {
        this.life = life;
        this.context = context;
        this.ledger = ledger;
        this.inherited = ledger.last();
    }

    /** Whether an earlier host, or version of this bundle, may have left a server playing. */
    boolean hasInheritance() {
        return inherited.flatMap(LedgerPage::run).isPresent();
    }

    /** What an earlier host, or version of this bundle, has left, until that is settled. */
    Optional<LedgerPage> inherited() {
        return inherited;
    }

    /** What was left is of no use, or in use again. */
    void settled() {
        inherited = Optional.empty();
    }

    /** Something has changed: costs nearly nothing, as the page is made later. */
    void changed() {
        ledger.write(page);
    }

    /** A server has gone: what its successor should be given. */
    void gone(ServerRun up) {
        wanted = page(Optional.empty(), up.client(), Inventory::last);
        changed();
    }

    /** What a server that has gone is to be again. */
    LedgerPage wanted() {
        LedgerPage now = wanted;
        return now == null ? LedgerPage.EMPTY : now;
    }

    /** Nothing is to be brought back any more. */
    void forget() {
        broughtBack();
        changed();
    }

    /** What was wanted is there. */
    void broughtBack() {
        wanted = null;
        settled();
    }

    private LedgerPage page() {
        return life.state()
                .run()
                .map(up -> page(Optional.of(run(up)), up.client(), Inventory::of))
                .or(this::inherited)
                .orElseGet(this::wanted);
    }

    private LedgerPage page(
            Optional<RunEntry> run,
            LiveClient client,
            Function<LiveClient, HoldingsEntry> inventory) {
        HoldingsEntry own = inventory.apply(client);
        return new LedgerPage(
                run,
                own.loans(),
                life.plugins().activations().entries(inventory),
                life.definitions().entries(),
                life.definitions().quarantine().entries(),
                own.buffers(),
                own.buses(),
                own.nodes(),
                life.volume().entry());
    }

    private RunEntry run(ServerRun up) {
        LiveClient client = up.client();
        return new RunEntry(
                up.endpoint(),
                up.process().map(ManagedProcess::identity),
                up.process().map(process -> process.spec().arguments()).orElse(List.of()),
                client.session().link().local().getPort(),
                client.login().clientId(),
                client.login().maxLogins(),
                hooks(client));
    }

    /** When the host ends hooks go before the server: those that have run are remembered. */
    private List<String> hooks(LiveClient client) {
        Optional<RunEntry> before = ledger.last().flatMap(LedgerPage::run);
        return HostState.isEnding(context) && before.isPresent()
                ? before.get().bootHooks()
                : life.plugins().hooks().ran(client);
    }

    /** Writes what was asked for. */
    void close() {
        ledger.close();
    }
}
