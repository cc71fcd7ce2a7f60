package org.scaena.allocator.internal;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.scaena.id.AllocatorService;
import org.scaena.id.IdLayout;
import org.scaena.id.Ids;
import org.scaena.id.NodeIdStrategy;

/**
 * Opens the ids of logins.
 *
 * <p>It is there once the two strategies of this bundle are; others may come and go.
 */
@Component(property = "strategies.cardinality.minimum:Integer=2")
public final class Allocators implements AllocatorService {

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile List<NodeIdStrategy> strategies = List.of();

    /** For the runtime, which adds the strategies. */
    @Activate
    public Allocators() {}

    /** With these strategies, where there is no runtime. */
    public Allocators(NodeIdStrategy... strategies) {
        this.strategies = List.of(strategies);
    }

    @Override
    public Ids open(IdLayout layout) {
        List<NodeIdStrategy> there = strategies;
        return there.stream()
                .filter(strategy -> strategy.name().equals(layout.nodeIdStrategy()))
                .findFirst()
                .map(strategy -> LoginIds.of(layout, strategy))
                .orElseThrow(() -> unknown(layout, there));
    }

    private static IllegalArgumentException unknown(IdLayout layout, List<NodeIdStrategy> there) {
        return new IllegalArgumentException(
                "no node-id strategy is named '%s': choose one of %s"
                        .formatted(
                                layout.nodeIdStrategy(),
                                there.stream().map(NodeIdStrategy::name).sorted().toList()));
    }
}
