package org.scaena.server.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.scaena.command.Done;
import org.scaena.command.NotRunningException;
import org.scaena.command.Reply;
import org.scaena.command.ServerException;
import org.scaena.ledger.DefinitionEntry;
import org.scaena.server.ServerOption;
import org.scaena.synthdef.RegisteredSynthDef;
import org.scaena.synthdef.Sending;
import org.scaena.synthdef.SynthDefRefusedException;
import org.scaena.synthdef.SynthDefRegistration;
import org.scaena.synthdef.SynthDefRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the definitions of a server as the registry says, whenever it runs. */
final class Definitions {

    private static final Logger LOG = LoggerFactory.getLogger(Definitions.class);

    private static final String VOLUME = "scaena-volume-";

    private final SynthDefRegistry registry;
    private final Threads threads;
    private final OwnedDefinitions owned = new OwnedDefinitions();
    private final Quarantine quarantine = new Quarantine();
    private final Culprits culprits = new Culprits();
    private volatile @Nullable DefinitionsOnServer current;

    Definitions(SynthDefRegistry registry, Threads threads) {
        this.registry = registry;
        this.threads = threads;
    }

    /** The name of the definition that scales this many channels. */
    static String volume(int channels) {
        return VOLUME + channels;
    }

    /** Whether a definition of this name scales channels. */
    static boolean isVolume(String name) {
        return name.startsWith(VOLUME);
    }

    /**
     * A server is coming up: what is registered or asked for from now on is sent to it.
     *
     * @param empty whether it has no definitions yet
     */
    void begin(LiveClient client, boolean empty) {
        begin(client, empty, List.of());
    }

    /** The same, with what the server has from an earlier host. */
    void begin(LiveClient client, boolean empty, List<DefinitionEntry> had) {
        DefinitionsOnServer server = new DefinitionsOnServer(client, empty, quarantine, culprits);
        server.had(had);
        current = server;
    }

    /**
     * Gives the server that is coming up what it should have; blocks.
     *
     * @param more what it should have besides what every server has
     * @param guarded whether its outputs are
     * @return why it has not, by name, for those that it refuses
     */
    Map<String, String> prepare(LiveClient client, List<DefinitionEntry> more, boolean guarded) {
        DefinitionsOnServer server =
                running()
                        .orElseThrow(
                                () ->
                                        new NotRunningException(
                                                "the server is not running any more"));
        Set<String> names =
                more.stream()
                        .map(DefinitionEntry::name)
                        .collect(Collectors.toCollection(HashSet::new));
        names.add(volume(client.options().get(ServerOption.NUM_OUTPUT_BUS_CHANNELS)));
        if (guarded) {
            names.add(OutputGuard.DEFINITION);
        }
        return server.bring(
                registry.definitions().stream()
                        .filter(d -> d.sending() == Sending.AT_BOOT || names.contains(d.name()))
                        .toList());
    }

    /** Whether the running server is proved to have a definition of this name. */
    boolean isThere(String name) {
        return running().filter(server -> server.has(name)).isPresent();
    }

    /** What the server has, or had before it went. */
    List<DefinitionEntry> entries() {
        DefinitionsOnServer server = current;
        return server == null ? List.of() : server.entries();
    }

    Quarantine quarantine() {
        return quarantine;
    }

    Culprits culprits() {
        return culprits;
    }

    /**
     * A server has crashed: a definition that has done so twice is not sent any more.
     *
     * @param memory how long ago the crash before may be
     * @return that definition
     */
    Optional<RegisteredSynthDef> crashed(Duration memory) {
        Optional<RegisteredSynthDef> culprit = culprits.crashed(memory).flatMap(registry::find);
        culprit.ifPresent(known -> quarantine.add(known.name(), known.hash()));
        return culprit;
    }

    /** Why registered definitions are not on the server, by name. */
    Map<String, String> refusals() {
        DefinitionsOnServer server = current;
        return server == null ? Map.of() : server.refusals(registry.definitions());
    }

    /** Something has come to, or gone from, the registry under these names. */
    void changed(List<String> names) {
        whileRunning(
                server -> {
                    List<RegisteredSynthDef> wanted = new ArrayList<>();
                    List<String> unwanted = new ArrayList<>();
                    for (String name : names) {
                        registry.find(name).ifPresentOrElse(wanted::add, () -> unwanted.add(name));
                    }
                    wanted.removeIf(d -> d.sending() == Sending.ON_DEMAND && !server.has(d.name()));
                    server.remove(unwanted);
                    server.bring(wanted)
                            .forEach((name, why) -> LOG.warn("definition '{}': {}", name, why));
                });
    }

    /**
     * The registry is another one: what the server has by it stays, and nothing is sent again that
     * is the same there.
     *
     * @param names what may have changed besides
     */
    void reconcile(List<String> names) {
        Set<String> all = new LinkedHashSet<>(names);
        running().ifPresent(server -> all.addAll(server.names()));
        registry.definitions().forEach(definition -> all.add(definition.name()));
        changed(List.copyOf(all));
    }

    /**
     * Registers definitions for an owner, and completes when the server has them; if it refuses one
     * they are withdrawn again.
     */
    Reply<SynthDefRegistration> add(
            String owner, Function<SynthDefRegistry, SynthDefRegistration> registering) {
        Reply<SynthDefRegistration> reply = new Reply<>("definitions of " + owner);
        int stops = owned.stops(owner);
        onServer(
                reply,
                server -> {
                    SynthDefRegistration registration = registering.apply(registry);
                    Map<String, String> refusals = server.bring(registration.definitions());
                    if (!refusals.isEmpty()) {
                        registration.close();
                        throw new SynthDefRefusedException(refusals);
                    }
                    if (!owned.keep(owner, registration, stops)) {
                        throw new ServerException(owner + " has stopped: its definitions are gone");
                    }
                    return registration;
                });
        return reply;
    }

    /** Completes when the server has a registered definition. */
    Reply<Done> require(String name) {
        Reply<Done> reply = new Reply<>("definition '" + name + "'");
        onServer(
                reply,
                server -> {
                    RegisteredSynthDef definition =
                            registry.find(name)
                                    .orElseThrow(
                                            () ->
                                                    new ServerException(
                                                            "no definition '"
                                                                    + name
                                                                    + "' is registered"));
                    Map<String, String> refusals = server.bring(List.of(definition));
                    if (!refusals.isEmpty()) {
                        throw new SynthDefRefusedException(refusals);
                    }
                    return Done.DONE;
                });
        return reply;
    }

    /** Whether a synth ends by itself once its gate is 0, as far as its definition says. */
    boolean hasGate(LiveSynth synth) {
        return registry.find(synth.defName())
                .map(
                        known ->
                                known.definition().parameters().stream()
                                        .anyMatch(control -> control.name().equals("gate")))
                .orElseGet(() -> synth.snapshot().control("gate").isPresent());
    }

    /** Withdraws all that owners have added; the server keeps it. */
    void close() {
        owned.giveBackAll();
    }

    /** Withdraws what an owner has added. */
    void giveBack(String owner) {
        owned.giveBack(owner);
    }

    private interface Work<T> {
        T on(DefinitionsOnServer server);
    }

    private <T> void onServer(Reply<T> reply, Work<T> work) {
        DefinitionsOnServer server = running().orElse(null);
        if (server == null) {
            reply.completeExceptionally(new NotRunningException("the server is not running"));
            return;
        }
        try {
            threads.plugins()
                    .execute(
                            () -> {
                                try {
                                    T result = work.on(server);
                                    threads.events().execute(() -> reply.complete(result));
                                } catch (RuntimeException failed) {
                                    threads.events()
                                            .execute(() -> reply.completeExceptionally(failed));
                                }
                            });
        } catch (RejectedExecutionException stopping) {
            reply.completeExceptionally(new NotRunningException("the host is stopping"));
        }
    }

    private void whileRunning(Consumer<DefinitionsOnServer> work) {
        if (running().isPresent()) {
            Reply<Done> reply = new Reply<>("definitions");
            onServer(
                    reply,
                    server -> {
                        work.accept(server);
                        return Done.DONE;
                    });
            reply.whenComplete(
                    (done, failed) -> {
                        if (failed != null) {
                            LOG.debug("definitions were not sent", failed);
                        }
                    });
        }
    }

    private Optional<DefinitionsOnServer> running() {
        return Optional.ofNullable(current).filter(DefinitionsOnServer::isReachable);
    }
}
