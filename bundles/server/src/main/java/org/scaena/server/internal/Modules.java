package org.scaena.server.internal;

import static org.osgi.service.component.annotations.ReferenceCardinality.OPTIONAL;
import static org.osgi.service.component.annotations.ReferencePolicy.DYNAMIC;
import static org.osgi.service.component.annotations.ReferencePolicyOption.GREEDY;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.bundle.Requirement;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.scaena.id.AllocatorService;
import org.scaena.node.NodeTreeService;
import org.scaena.osc.OscPacing;
import org.scaena.osc.OscTransport;
import org.scaena.process.AudioSystem;
import org.scaena.process.ProcessManager;
import org.scaena.synthdef.SynthDefFormat;
import org.scaena.synthdef.SynthDefRegistry;

/**
 * The services below one server, each of which may be replaced while it plays: so the references
 * are dynamic, and optional, as with a mandatory one the server would go while there is none.
 *
 * <p>What an optional reference does not say to resolvers is said here: each has to be there once.
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
@Component(service = Modules.class, scope = ServiceScope.PROTOTYPE)
public final class Modules implements Completeness {

    private final Replaceable<OscPacing> pacing = new Replaceable<>(OscPacing.class);
    private final Replaceable<OscTransport> transport = new Replaceable<>(OscTransport.class);
    private final Replaceable<ProcessManager> manager = new Replaceable<>(ProcessManager.class);
    private final Replaceable<AudioSystem> audio = new Replaceable<>(AudioSystem.class);
    private final Replaceable<AllocatorService> allocators =
            new Replaceable<>(AllocatorService.class);
    private final Replaceable<NodeTreeService> trees = new Replaceable<>(NodeTreeService.class);
    private final Replaceable<SynthDefFormat> format = new Replaceable<>(SynthDefFormat.class);
    private final Replaceable<SynthDefRegistry> registry =
            new Replaceable<>(SynthDefRegistry.class);
    private final List<Replaceable<?>> all =
            List.of(pacing, transport, manager, audio, allocators, trees, format, registry);
    private final BundleContext context;
    private final Services services;
    private final AtomicBoolean wasComplete = new AtomicBoolean();
    private volatile @Nullable ServiceReference<SynthDefRegistry> registryFrom;
    private volatile Runnable complete = () -> {};
    private volatile Runnable hostStops = () -> {};
    private volatile boolean followed;

    /** Holds nothing yet. */
    @Activate
    public Modules(BundleContext context) {
        this.context = context;
        LastingProcesses processes = new LastingProcesses(manager);
        this.services =
                new Services(
                        new LastingTransport(transport, pacing),
                        processes,
                        new LastingAudio(audio, processes),
                        new LastingAllocators(allocators),
                        new LastingTrees(trees),
                        new LastingRegistry(registry, this::isRegistryLeaving),
                        new LastingFormat(format),
                        this);
    }

    Services services() {
        return services;
    }

    /**
     * Tells from now on what becomes of them.
     *
     * @param whenComplete called once, when all have been there
     * @param whenHostStops called when one of them leaves because the whole host stops; the first
     *     time all are still there
     */
    void follow(Runnable whenComplete, Runnable whenHostStops) {
        complete = whenComplete;
        hostStops = whenHostStops;
        followed = true;
        tellIfComplete();
    }

    private <T> void came(Replaceable<T> module, T service) {
        module.replace(service);
        tellIfComplete();
    }

    private <T> void goes(Replaceable<T> module, T service) {
        if (HostState.isEnding(context)) {
            hostStops.run();
        }
        module.withdraw(service);
    }

    @Override
    public boolean areComplete() {
        return all.stream().allMatch(Replaceable::isThere);
    }

    @Override
    public int changes() {
        return all.stream().mapToInt(Replaceable::changes).sum();
    }

    @Override
    public void await() {
        all.forEach(Replaceable::get);
    }

    private void tellIfComplete() {
        if (areComplete() && followed && wasComplete.compareAndSet(false, true)) {
            complete.run();
        }
    }

    private boolean isRegistryLeaving() {
        ServiceReference<SynthDefRegistry> from = registryFrom;
        Bundle provider = from == null ? null : from.getBundle();
        return provider != null && provider.getState() == Bundle.STOPPING;
    }

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    void addOscPacing(OscPacing service) {
        came(pacing, service);
    }

    void removeOscPacing(OscPacing service) {
        goes(pacing, service);
    }

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    void addOscTransport(OscTransport service) {
        came(transport, service);
    }

    void removeOscTransport(OscTransport service) {
        goes(transport, service);
    }

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    void addProcessManager(ProcessManager service) {
        came(manager, service);
    }

    void removeProcessManager(ProcessManager service) {
        goes(manager, service);
    }

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    void addAudioSystem(AudioSystem service) {
        came(audio, service);
    }

    void removeAudioSystem(AudioSystem service) {
        goes(audio, service);
    }

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    void addAllocatorService(AllocatorService service) {
        came(allocators, service);
    }

    void removeAllocatorService(AllocatorService service) {
        goes(allocators, service);
    }

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    void addNodeTreeService(NodeTreeService service) {
        came(trees, service);
    }

    void removeNodeTreeService(NodeTreeService service) {
        goes(trees, service);
    }

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    void addSynthDefFormat(SynthDefFormat service) {
        came(format, service);
    }

    void removeSynthDefFormat(SynthDefFormat service) {
        goes(format, service);
    }

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    void addSynthDefRegistry(ServiceReference<SynthDefRegistry> from, SynthDefRegistry service) {
        registryFrom = from;
        came(registry, service);
    }

    void removeSynthDefRegistry(SynthDefRegistry service) {
        goes(registry, service);
    }
}
