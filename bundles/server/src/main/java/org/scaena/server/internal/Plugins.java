package org.scaena.server.internal;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.stream.Stream;
import org.osgi.framework.ServiceReference;
import org.scaena.osc.OscListener;
import org.scaena.osc.OscMessage;
import org.scaena.server.ServerEvent;
import org.scaena.server.ServerListener;

/** What is plugged in around one server, and how it is told what happens. */
final class Plugins {

    private final LiveServer server;
    private final Hooks hooks;
    private final Activations activations;
    private final Whiteboard<ServerListener> serverListeners;
    private final Whiteboard<OscListener> oscListeners;
    private final NodeListeners nodeListeners;
    private final Map<String, AddressPattern> patterns = new ConcurrentHashMap<>();

    Plugins(LiveServer server, ExecutorService threads) {
        this.server = server;
        Gate gate = new Gate(threads);
        this.hooks = new Hooks(gate);
        this.activations = new Activations(server.name(), gate);
        this.serverListeners = new Whiteboard<>(server.name(), threads);
        this.oscListeners = new Whiteboard<>(server.name(), threads);
        this.nodeListeners = new NodeListeners(server.name(), threads);
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

    Whiteboard<OscListener> oscListeners() {
        return oscListeners;
    }

    NodeListeners nodeListeners() {
        return nodeListeners;
    }

    void event(ServerEvent event) {
        serverListeners.call(listener -> listener.event(server, event));
    }

    void message(OscMessage message) {
        oscListeners.call(
                reference -> matches(reference, message.address()),
                listener -> listener.received(message));
    }

    private boolean matches(ServiceReference<OscListener> reference, String address) {
        return texts(reference.getProperty(OscListener.ADDRESS))
                .map(pattern -> patterns.computeIfAbsent(pattern, AddressPattern::new))
                .anyMatch(pattern -> pattern.matches(address));
    }

    private static Stream<String> texts(Object property) {
        return property instanceof String[] several
                ? Arrays.stream(several)
                : Stream.ofNullable(property).map(Object::toString);
    }
}
