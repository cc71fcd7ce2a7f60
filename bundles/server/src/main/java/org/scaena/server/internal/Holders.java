package org.scaena.server.internal;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.scaena.id.IdHoldings;
import org.scaena.id.IdLoan;
import org.scaena.server.Owner;
import org.scaena.synthdef.RegisteredSynthDef;

/** Counts who holds what of a server. */
final class Holders {

    private enum Kind {
        NODES,
        BUFFERS,
        AUDIO_BUSES,
        CONTROL_BUSES,
        DEFINITIONS,
        LISTENERS,
        LOGINS
    }

    private final Map<String, int[]> counts = new TreeMap<>();

    private Holders() {}

    /** By name; who holds nothing is left out. */
    static List<Owner> of(Life life, Collection<RegisteredSynthDef> definitions) {
        Holders holders = new Holders();
        Activations activations = life.plugins().activations();
        Stream.concat(life.state().run().map(ServerRun::client).stream(), activations.clients())
                .map(client -> client.ids().holdings())
                .forEach(holders::add);
        definitions.forEach(each -> holders.add(each.owner(), Kind.DEFINITIONS, 1));
        life.plugins().owners().forEach(owner -> holders.add(owner, Kind.LISTENERS, 1));
        activations.owners().forEach(owner -> holders.add(owner, Kind.LOGINS, 1));
        return holders.all();
    }

    private void add(IdHoldings held) {
        add(held.nodes(), Kind.NODES);
        add(held.buffers(), Kind.BUFFERS);
        add(held.audioBuses(), Kind.AUDIO_BUSES);
        add(held.controlBuses(), Kind.CONTROL_BUSES);
    }

    private void add(List<IdLoan> loans, Kind kind) {
        loans.forEach(loan -> add(loan.owner(), kind, loan.range().count()));
    }

    private void add(String owner, Kind kind, int count) {
        counts.computeIfAbsent(owner, none -> new int[Kind.values().length])[kind.ordinal()] +=
                count;
    }

    private List<Owner> all() {
        return counts.entrySet().stream()
                .map(entry -> owner(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Owner owner(String name, int[] count) {
        return new Owner(
                name,
                count[Kind.NODES.ordinal()],
                count[Kind.BUFFERS.ordinal()],
                count[Kind.AUDIO_BUSES.ordinal()],
                count[Kind.CONTROL_BUSES.ordinal()],
                count[Kind.DEFINITIONS.ordinal()],
                count[Kind.LISTENERS.ordinal()],
                count[Kind.LOGINS.ordinal()]);
    }
}
