package org.scaena.server.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.scaena.ledger.DefinitionEntry;
import org.scaena.osc.OscEndpoint;
import org.scaena.server.internal.DefinitionTransfer.Parcel;
import org.scaena.synthdef.RegisteredSynthDef;

/**
 * The definitions that one running server has, as far as that was proved.
 *
 * <p>Every call asks the server and blocks; one works at a time.
 */
final class DefinitionsOnServer {

    private final LiveClient client;
    private final Session session;
    private final DefinitionProof proof;
    private final UnitProbe units;
    private final DefinitionRefusals refusals;

    /** Hashes by name. */
    private final Map<String, String> proved = new ConcurrentHashMap<>();

    /** Whether all definitions came from here. */
    private final boolean wasEmpty;

    private final Culprits culprits;

    /**
     * Definitions of a server.
     *
     * @param wasEmpty whether it had none when it was joined
     */
    DefinitionsOnServer(
            LiveClient client, boolean wasEmpty, Quarantine quarantine, Culprits culprits) {
        this.wasEmpty = wasEmpty;
        this.culprits = culprits;
        this.client = client;
        this.session = client.session();
        this.proof = new DefinitionProof(client);
        this.units = new UnitProbe(session, proof);
        this.refusals = new DefinitionRefusals(units, quarantine);
    }

    /** Whether this server can still be reached by this login. */
    boolean isReachable() {
        return session.isOpen();
    }

    /** What is proved to be there. */
    Set<String> names() {
        return Set.copyOf(proved.keySet());
    }

    boolean has(String name) {
        return proved.containsKey(name);
    }

    /** It has these from an earlier host; that they are still there is proved when it matters. */
    void had(List<DefinitionEntry> entries) {
        entries.forEach(entry -> proved.put(entry.name(), entry.hash()));
    }

    List<DefinitionEntry> entries() {
        return proved.entrySet().stream()
                .map(entry -> new DefinitionEntry(entry.getKey(), entry.getValue()))
                .toList();
    }

    /**
     * Sees to it that the server has these definitions: sends what is not proved to be there, and
     * proves it.
     *
     * @return why it has not, by name, for those that it refuses
     */
    synchronized Map<String, String> bring(List<RegisteredSynthDef> wanted) {
        List<RegisteredSynthDef> together = new ArrayList<>();
        List<RegisteredSynthDef> alone = new ArrayList<>();
        for (RegisteredSynthDef definition : wanted) {
            (culprits.isSuspect(definition.name()) ? alone : together).add(definition);
        }
        bringTogether(together);
        for (RegisteredSynthDef suspect : alone) {
            bringTogether(List.of(suspect));
            culprits.acquit(suspect.name());
        }
        return refusals.known(wanted);
    }

    private void bringTogether(List<RegisteredSynthDef> wanted) {
        List<RegisteredSynthDef> open = new ArrayList<>(wanted);
        open.removeIf(refusals::isKnown);
        forgetWhatOthersTookAway(open);
        open.removeIf(this::isProved);
        if (open.isEmpty()) {
            return;
        }
        List<RegisteredSynthDef> large = open.stream().filter(this::isTooLarge).toList();
        refusals.tooLarge(large);
        open.removeAll(large);
        refusals.explain(send(open));
    }

    /** Why the server has not those that it should have, by name. */
    Map<String, String> refusals(List<RegisteredSynthDef> wanted) {
        return refusals.known(wanted);
    }

    private void forgetWhatOthersTookAway(List<RegisteredSynthDef> wanted) {
        Set<String> expected =
                wanted.stream()
                        .filter(this::isProved)
                        .map(RegisteredSynthDef::name)
                        .collect(Collectors.toSet());
        expected.removeAll(proof.present(expected));
        proved.keySet().removeAll(expected);
    }

    private boolean isProved(RegisteredSynthDef definition) {
        return definition.hash().equals(proved.get(definition.name()));
    }

    private boolean isTooLarge(RegisteredSynthDef definition) {
        return definition.bytes().size() > DefinitionTransfer.DATAGRAM_BYTES
                && !session.link().remote().host().equals(OscEndpoint.LOOPBACK);
    }

    /** Whether the server may have another definition of this name. */
    private boolean mayReplace(RegisteredSynthDef definition) {
        return proved.containsKey(definition.name()) || !wasEmpty;
    }

    /** Sends definitions, those that do not arrive once more, and returns what is not there. */
    private List<RegisteredSynthDef> send(List<RegisteredSynthDef> definitions) {
        List<RegisteredSynthDef> missing = new ArrayList<>();
        for (RegisteredSynthDef lost : sendOnce(definitions)) {
            missing.addAll(sendOnce(List.of(lost)));
        }
        return missing;
    }

    private List<RegisteredSynthDef> sendOnce(List<RegisteredSynthDef> definitions) {
        definitions.forEach(definition -> culprits.used(definition.name()));
        DefinitionTrial trial =
                new DefinitionTrial(definitions.stream().filter(this::mayReplace).toList());
        List<Parcel> parcels = new ArrayList<>(trial.parcels());
        definitions.forEach(d -> parcels.add(new Parcel(d.name(), d.bytes())));
        Set<String> there = DefinitionTransfer.send(session, proof, parcels);
        DefinitionTrial.free(session, trial.names());
        List<RegisteredSynthDef> missing = new ArrayList<>();
        for (RegisteredSynthDef definition : definitions) {
            if (trial.proves(definition, there)) {
                proved.put(definition.name(), definition.hash());
                units.accepted(definition.definition());
            } else {
                missing.add(definition);
            }
        }
        return missing;
    }

    /** Takes definitions away; synths that play go on. */
    synchronized void remove(Collection<String> names) {
        DefinitionTrial.free(
                session,
                names.stream()
                        .filter(name -> proved.remove(name) != null)
                        .collect(Collectors.toSet()));
    }
}
