package org.scaena.server.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.osgi.annotation.bundle.Requirement;
import org.osgi.framework.BundleContext;
import org.scaena.id.AllocatorService;
import org.scaena.node.NodeTreeService;
import org.scaena.osc.OscPacing;
import org.scaena.osc.OscTransport;
import org.scaena.process.AudioSystem;
import org.scaena.process.ProcessManager;
import org.scaena.synthdef.SynthDefFormat;
import org.scaena.synthdef.SynthDefRegistry;

/**
 * The services below one server, each of which may be replaced while it plays.
 *
 * <p>They are no references of the component, which would go with each; so what needs to be there
 * is said here.
 */
@Requirement(
        namespace = "osgi.service",
        filter = "(objectClass=org.scaena.id.AllocatorService)",
        effective = "active")
@Requirement(
        namespace = "osgi.service",
        filter = "(objectClass=org.scaena.node.NodeTreeService)",
        effective = "active")
@Requirement(
        namespace = "osgi.service",
        filter = "(objectClass=org.scaena.osc.OscTransport)",
        effective = "active")
@Requirement(
        namespace = "osgi.service",
        filter = "(objectClass=org.scaena.process.AudioSystem)",
        effective = "active")
@Requirement(
        namespace = "osgi.service",
        filter = "(objectClass=org.scaena.process.ProcessManager)",
        effective = "active")
@Requirement(
        namespace = "osgi.service",
        filter = "(objectClass=org.scaena.synthdef.SynthDefFormat)",
        effective = "active")
@Requirement(
        namespace = "osgi.service",
        filter = "(objectClass=org.scaena.synthdef.SynthDefRegistry)",
        effective = "active")
final class Modules implements AutoCloseable {

    private final BundleContext context;
    private final Runnable complete;
    private final Runnable hostStops;
    private final List<Replaceable<?>> needed = new ArrayList<>();
    private final List<BestService<?>> followed = new ArrayList<>();
    private final AtomicBoolean wasComplete = new AtomicBoolean();
    private final Services services;

    /**
     * Looks for nothing yet.
     *
     * @param complete called once, when all are there for the first time
     * @param hostStops called when the first of them leaves because the whole host stops; they are
     *     still there
     */
    Modules(BundleContext context, Runnable complete, Runnable hostStops) {
        this.context = context;
        this.complete = complete;
        this.hostStops = hostStops;
        Replaceable<OscPacing> pacing = new Replaceable<>(OscPacing.class);
        Replaceable<OscTransport> transport = new Replaceable<>(OscTransport.class);
        Replaceable<ProcessManager> manager = new Replaceable<>(ProcessManager.class);
        Replaceable<AudioSystem> audio = new Replaceable<>(AudioSystem.class);
        Replaceable<AllocatorService> allocators = new Replaceable<>(AllocatorService.class);
        Replaceable<NodeTreeService> trees = new Replaceable<>(NodeTreeService.class);
        Replaceable<SynthDefRegistry> registry = new Replaceable<>(SynthDefRegistry.class);
        Replaceable<SynthDefFormat> format = new Replaceable<>(SynthDefFormat.class);
        follow(OscPacing.class, pacing);
        follow(OscTransport.class, transport);
        follow(ProcessManager.class, manager);
        follow(AudioSystem.class, audio);
        follow(AllocatorService.class, allocators);
        follow(NodeTreeService.class, trees);
        follow(SynthDefFormat.class, format);
        BestService<SynthDefRegistry> registries = follow(SynthDefRegistry.class, registry);
        LastingProcesses processes = new LastingProcesses(manager);
        this.services =
                new Services(
                        new LastingTransport(transport, pacing),
                        processes,
                        new LastingAudio(audio, processes),
                        new LastingAllocators(allocators),
                        new LastingTrees(trees),
                        new LastingRegistry(registry, registries::isLeaving),
                        new LastingFormat(format));
    }

    private <T> BestService<T> follow(Class<T> type, Replaceable<T> best) {
        BestService<T> service = new BestService<>(context, type, best, this::came, hostStops);
        needed.add(best);
        followed.add(service);
        return service;
    }

    Services services() {
        return services;
    }

    /** Begins to look for them. */
    void open() {
        followed.forEach(BestService::open);
    }

    private void came() {
        if (needed.stream().allMatch(Replaceable::isThere)
                && wasComplete.compareAndSet(false, true)) {
            complete.run();
        }
    }

    @Override
    public void close() {
        followed.forEach(BestService::close);
    }
}
