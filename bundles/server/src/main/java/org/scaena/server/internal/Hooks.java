package org.scaena.server.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.osgi.framework.ServiceReference;
import org.scaena.server.HookRun;
import org.scaena.server.InitHook;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The init hooks that are there, in their order, and what each did. */
final class Hooks {

    private static final Logger LOG = LoggerFactory.getLogger(Hooks.class);

    private final Gate gate;
    private final Map<ServiceReference<InitHook>, Hook> hooks = new ConcurrentHashMap<>();

    /** Labels of those that have run for this server under an earlier host, and are not back. */
    private final List<String> ranBefore = new CopyOnWriteArrayList<>();

    Hooks(Gate gate) {
        this.gate = gate;
    }

    void add(ServiceReference<InitHook> reference, InitHook hook) {
        hooks.put(reference, new Hook(reference, hook));
    }

    /** Takes a hook away; what it made goes with its bundle. */
    void remove(ServiceReference<InitHook> reference) {
        hooks.remove(reference);
    }

    /** A new process, for which no hook has run yet. */
    void begin() {
        ranBefore.clear();
    }

    /** A process for which these have run under an earlier host: they do not run again. */
    void begin(List<String> labels, LiveClient client) {
        ranBefore.clear();
        ranBefore.addAll(labels);
        ordered().forEach(hook -> recognize(hook, client));
    }

    private void recognize(Hook hook, LiveClient client) {
        if (hook.missedBoot(client) && ranBefore.remove(hook.label())) {
            hook.ranBefore(client);
        }
    }

    /** Labels of those that have run for the server of a client. */
    List<String> ran(LiveClient client) {
        List<String> labels = new ArrayList<>(ranBefore);
        ordered().filter(hook -> !hook.missedBoot(client)).map(Hook::label).forEach(labels::add);
        return labels;
    }

    /** Runs a phase of all hooks, the lowest ranking first; what each did. */
    List<HookRun> run(HookPhase phase, LiveClient client) {
        return ordered().map(hook -> run(hook, phase, client)).toList();
    }

    /** Runs what a hook missed that came after the boot. */
    void catchUp(ServiceReference<InitHook> late, LiveClient client) {
        Hook hook = hooks.get(late);
        if (hook != null) {
            recognize(hook, client);
            if (hook.missedBoot(client)) {
                run(hook, HookPhase.TREE, client);
            }
        }
    }

    private HookRun run(Hook hook, HookPhase phase, LiveClient client) {
        if (phase == HookPhase.TREE && hook.missedBoot(client)) {
            run(hook, HookPhase.BOOT, client);
        }
        ClientView view = new ClientView(client, hook.owner());
        long begin = System.nanoTime();
        Optional<String> failure = gate.call(hook.owner(), () -> phase.call(hook.service(), view));
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        failure.ifPresent(why -> LOG.warn("hook {}, phase {}: {}", hook.label(), phase, why));
        return hook.ran(phase, client, took, failure);
    }

    /** Whose hooks are here. */
    Stream<String> owners() {
        return hooks.keySet().stream().map(Owners::of);
    }

    /** What the hooks did last, in their order, each phase by itself. */
    List<HookRun> lastRuns() {
        return ordered().flatMap(Hook::lastRuns).toList();
    }

    private Stream<Hook> ordered() {
        return hooks.values().stream()
                .sorted(Comparator.comparingInt(Hook::ranking).thenComparingLong(Hook::serviceId));
    }
}
