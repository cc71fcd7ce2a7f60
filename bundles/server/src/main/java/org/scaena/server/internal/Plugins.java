package org.scaena.server.internal;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.stream.Stream;
import org.scaena.server.PluginCalls;
import org.scaena.server.ServerEvent;
import org.scaena.server.ServerListener;

/** What is plugged in around one server, and how it is told what happens. */
final class Plugins {

    private final LiveServer server;
    private final CallMeters meters = new CallMeters();
    private final Hooks hooks;
    private final Activations activations;
    private final Whiteboard<ServerListener> serverListeners;
    private final OscListeners oscListeners;
    private final NodeListeners nodeListeners;

    Plugins(LiveServer server, Threads threads) {
        this.server = server;
        ExecutorService calls = threads.plugins();
        Executor told = threads.events().relay(calls);
        Gate gate = new Gate(calls, meters);
        this.hooks = new Hooks(gate);
        this.activations = new Activations(server.name(), gate);
        this.serverListeners = new Whiteboard<>(server.name(), calls, meters);
        this.oscListeners = new OscListeners(server.name(), told, meters);
        this.nodeListeners = new NodeListeners(server.name(), told, meters);
    }

    Hooks hooks() {
        return hooks;
    }

    Activations activations() {
        return activations;
    }

    Whiteboard<ServerListener> serverListeners() {
        return serverListeners;
    }

    OscListeners oscListeners() {
        return oscListeners;
    }

    NodeListeners nodeListeners() {
        return nodeListeners;
    }

    /** Counts calls of what is not ours. */
    CallMeters meters() {
        return meters;
    }

    /** How the code of each bundle has behaved. */
    List<PluginCalls> calls() {
        return meters.snapshot();
    }

    /** Whose hooks and listeners are here: a name for each. */
    Stream<String> owners() {
        return Stream.of(
                        hooks.owners(),
                        serverListeners.owners(),
                        oscListeners.owners(),
                        nodeListeners.owners().stream())
                .flatMap(owners -> owners);
    }

    void event(ServerEvent event) {
        serverListeners.call(listener -> listener.event(server, event));
    }
}
