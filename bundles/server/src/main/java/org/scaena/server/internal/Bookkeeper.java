package org.scaena.server.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.scaena.id.IdHoldings;
import org.scaena.ledger.Ledger;
import org.scaena.ledger.LedgerPage;
import org.scaena.ledger.LoanEntry;
import org.scaena.ledger.NodeEntry;
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
        LedgerPage last = of(up);
        wanted =
                new LedgerPage(
                        Optional.empty(),
                        List.of(),
                        last.logins(),
                        last.definitions(),
                        last.quarantined(),
                        last.buffers(),
                        last.buses(),
                        nodes(up.client(), last.nodes()),
                        last.volume());
        changed();
    }

    /** Those of the last page, and those that ended because the server went. */
    private static List<NodeEntry> nodes(LiveClient client, List<NodeEntry> living) {
        int defaultGroup = client.defaultGroup().id();
        if (client.tree().find(defaultGroup).isPresent()) {
            return living;
        }
        List<NodeEntry> nodes =
                new ArrayList<>(client.nodes().endedTogether().entries(defaultGroup));
        nodes.addAll(living);
        return nodes;
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
        Optional<ServerRun> run = life.state().run();
        return run.map(this::of).or(this::inherited).orElseGet(this::wanted);
    }

    private LedgerPage of(ServerRun up) {
        LiveClient client = up.client();
        return new LedgerPage(
                Optional.of(run(up)),
                loans(client.ids().holdings()),
                life.plugins().activations().entries(),
                life.definitions().entries(),
                life.definitions().quarantine().entries(),
                client.buffers().entries(),
                client.buses().entries(),
                KeyedNodes.of(
                        client.nodes().holdings().keyed().toList(),
                        client.tree().snapshot(),
                        client.defaultGroup().id()),
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

    private static List<LoanEntry> loans(IdHoldings holdings) {
        List<LoanEntry> loans = new ArrayList<>();
        loans.addAll(Loans.entries(Loans.NODE, holdings.nodes()));
        loans.addAll(Loans.entries(Loans.BUFFER, holdings.buffers()));
        loans.addAll(Loans.entries(Loans.AUDIO_BUS, holdings.audioBuses()));
        loans.addAll(Loans.entries(Loans.CONTROL_BUS, holdings.controlBuses()));
        return loans;
    }

    /** Writes what was asked for. */
    void close() {
        ledger.close();
    }
}
