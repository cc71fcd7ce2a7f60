package org.scaena.nodetree.internal;

import java.util.List;
import java.util.Optional;
import org.scaena.node.GroupSnapshot;
import org.scaena.node.NodeInfo;
import org.scaena.node.NodeSnapshot;
import org.scaena.node.NodeState;
import org.scaena.node.SynthSnapshot;

/** What a mirror and what it remembers of absent nodes know. */
record KnownHere(Guard guard, Mirror mirror, Absentees absentees) implements Known {

    @Override
    public NodeState state(int id) {
        return guard.get(
                () -> {
                    MirrorNode node = mirror.get(id);
                    return node == null ? absentees.state(id) : node.state();
                });
    }

    @Override
    public SynthSnapshot completed(SynthSnapshot synth) {
        if (synth.defName().isPresent() && !synth.controls().isEmpty()) {
            return synth;
        }
        return guard.get(
                () -> {
                    MirrorNode node = mirror.get(synth.id());
                    return node == null || node.group
                            ? synth
                            : new SynthSnapshot(
                                    synth.id(),
                                    synth.state(),
                                    synth.defName().or(() -> Optional.ofNullable(node.defName)),
                                    node.controls());
                });
    }

    @Override
    public NodeSnapshot outline(NodeInfo info) {
        NodeState state = state(info.id());
        return info.group()
                ? new GroupSnapshot(info.id(), state, List.of())
                : new SynthSnapshot(info.id(), state, Optional.empty(), List.of());
    }
}
