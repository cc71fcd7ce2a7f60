package org.scaena.server.internal;

import java.util.ArrayList;
import java.util.List;
import org.scaena.id.IdHoldings;
import org.scaena.ledger.HoldingsEntry;
import org.scaena.ledger.LoanEntry;
import org.scaena.ledger.NodeEntry;

/** Writes down what a login holds. */
final class Inventory {

    private Inventory() {}

    /** On a server that runs. */
    static HoldingsEntry of(LiveClient client) {
        return new HoldingsEntry(
                loans(client.ids().holdings()),
                client.buffers().entries(),
                client.buses().entries(),
                living(client));
    }

    /** On a server that has just gone: what its successor is to be given. */
    static HoldingsEntry last(LiveClient client) {
        return new HoldingsEntry(
                List.of(), client.buffers().entries(), client.buses().entries(), lastNodes(client));
    }

    private static List<NodeEntry> living(LiveClient client) {
        return KeyedNodes.of(
                client.nodes().holdings().keyed().toList(),
                client.tree().snapshot(),
                client.defaultGroup().id());
    }

    /** Those that live, as far as we know, and those that ended because the server went. */
    private static List<NodeEntry> lastNodes(LiveClient client) {
        int defaultGroup = client.defaultGroup().id();
        if (client.tree().find(defaultGroup).isPresent()) {
            return living(client);
        }
        List<NodeEntry> nodes =
                new ArrayList<>(client.nodes().endedTogether().entries(defaultGroup));
        nodes.addAll(living(client));
        return nodes;
    }

    private static List<LoanEntry> loans(IdHoldings holdings) {
        List<LoanEntry> loans = new ArrayList<>();
        loans.addAll(Loans.entries(Loans.NODE, holdings.nodes()));
        loans.addAll(Loans.entries(Loans.BUFFER, holdings.buffers()));
        loans.addAll(Loans.entries(Loans.AUDIO_BUS, holdings.audioBuses()));
        loans.addAll(Loans.entries(Loans.CONTROL_BUS, holdings.controlBuses()));
        return loans;
    }
}
