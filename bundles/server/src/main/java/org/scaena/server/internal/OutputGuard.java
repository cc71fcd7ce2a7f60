package org.scaena.server.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.scaena.node.AddAction;
import org.scaena.node.ControlValues;
import org.scaena.node.Controls;
import org.scaena.node.GroupSnapshot;
import org.scaena.node.NodeSnapshot;
import org.scaena.node.NodeState;
import org.scaena.node.NodeTree;
import org.scaena.node.Placement;
import org.scaena.node.SynthSnapshot;
import org.scaena.server.ServerOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The last nodes of a server, if the settings want them: a synth for each output channel, which
 * hands on what is right bit by bit and silences what is not. On the life thread, but for
 * questions.
 */
final class OutputGuard {

    static final String DEFINITION = "scaena-guard";

    private record Standing(LiveClient client, LiveGroup group, List<LiveSynth> channels) {

        boolean goesOn(LiveClient now) {
            return client == now
                    && group.state() != NodeState.ENDED
                    && channels.size() == outputs(client)
                    && channels.stream().allMatch(synth -> synth.state() != NodeState.ENDED);
        }
    }

    private static final Logger LOG = LoggerFactory.getLogger(OutputGuard.class);

    private final Life life;
    private volatile @Nullable Standing standing;

    OutputGuard(Life life) {
        this.life = life;
    }

    /** The group behind which nothing plays, if there is one. */
    Optional<LiveGroup> group() {
        return Optional.ofNullable(standing)
                .map(Standing::group)
                .filter(group -> group.state() != NodeState.ENDED);
    }

    /** Which output channel a synth guards, if it does. */
    Optional<Integer> channelOf(int synth) {
        Standing now = standing;
        return now == null
                ? Optional.empty()
                : IntStream.range(0, now.channels().size())
                        .filter(channel -> now.channels().get(channel).id() == synth)
                        .boxed()
                        .findFirst();
    }

    /** The guard of an earlier host, if one stands. */
    void found(LiveClient client, GroupSnapshot tree) {
        tree.nodes()
                .filter(GroupSnapshot.class::isInstance)
                .map(GroupSnapshot.class::cast)
                .filter(group -> client.ids().nodes().owns(group.id()))
                .filter(OutputGuard::holdsGuards)
                .findFirst()
                .ifPresent(group -> standing = standing(client, group));
    }

    private static Standing standing(LiveClient client, GroupSnapshot group) {
        List<LiveSynth> channels =
                group.children().stream()
                        .filter(OutputGuard::isGuard)
                        .flatMap(synth -> client.nodes().node(synth.id()).stream())
                        .map(LiveSynth.class::cast)
                        .toList();
        LiveGroup node = (LiveGroup) client.nodes().node(group.id()).orElseThrow();
        return new Standing(client, node, channels);
    }

    private static boolean holdsGuards(GroupSnapshot group) {
        return group.children().stream().anyMatch(OutputGuard::isGuard);
    }

    /** Whether a node is part of a guard. */
    static boolean isGuard(NodeSnapshot node) {
        return node instanceof SynthSnapshot synth
                && synth.defName().filter(DEFINITION::equals).isPresent();
    }

    /** Everything on the server was ended, the guard too. */
    void lost() {
        standing = null;
    }

    /** Has a login's server guarded as it should be; whether it is. */
    boolean apply(LiveClient client) {
        GuardSettings wanted = life.settings().guard();
        Standing now = standing;
        if (wanted.on() && now != null && now.goesOn(client)) {
            now.group().set(controls(wanted));
            return true;
        }
        if (now != null && now.client() == client && now.group().state() != NodeState.ENDED) {
            now.group().free();
        }
        boolean needed = wanted.on() && outputs(client) > 0;
        standing = needed ? make(client, wanted) : null;
        return needed;
    }

    /** Sees to it, once a second, that it is whole and that nothing plays behind it. */
    void look(ServerRun run) {
        LiveClient client = run.client();
        Standing now = standing;
        if (now == null) {
            return;
        }
        if (!now.goesOn(client)) {
            apply(client);
        } else if (!isGuarded(run.tree())) {
            now.group().moveToTail(client.rootGroup());
        }
    }

    /** Whether the last group is a guard: ours, or that of another host, which is as good. */
    private static boolean isGuarded(NodeTree tree) {
        return tree.find(0)
                .flatMap(root -> tree.snapshot(root.tail()))
                .filter(GroupSnapshot.class::isInstance)
                .map(GroupSnapshot.class::cast)
                .filter(OutputGuard::holdsGuards)
                .isPresent();
    }

    private Standing make(LiveClient client, GuardSettings wanted) {
        LiveGroup group =
                client.nodes()
                        .group(
                                Owners.HOST,
                                Optional.empty(),
                                LiveGroup.Kind.ORDINARY,
                                new Placement(AddAction.ADD_TO_TAIL, 0));
        List<LiveSynth> channels = new ArrayList<>();
        for (int channel = 0; channel < outputs(client); channel++) {
            channels.add(
                    client.nodes()
                            .synth(
                                    Owners.HOST,
                                    Optional.empty(),
                                    DEFINITION,
                                    controls(wanted).set("bus", channel),
                                    Placement.addToTail(group)));
        }
        channels.forEach(
                synth -> synth.started().exceptionally(refused -> without(refused, synth)));
        return new Standing(client, group, List.copyOf(channels));
    }

    private static ControlValues controls(GuardSettings wanted) {
        return Controls.set("limit", wanted.limit()).set("offset", wanted.offset());
    }

    private static int outputs(LiveClient client) {
        return client.options().get(ServerOption.NUM_OUTPUT_BUS_CHANNELS);
    }

    /** It is not tried again before the tree is cleared or the settings change. */
    private LiveSynth without(Throwable refused, LiveSynth synth) {
        LOG.warn("the outputs are not guarded: {}", refused.getMessage());
        standing = null;
        return synth;
    }
}
