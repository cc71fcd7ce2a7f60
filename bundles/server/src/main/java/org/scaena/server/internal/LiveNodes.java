package org.scaena.server.internal;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.scaena.catalogue.SynthCommands;
import org.scaena.id.NodeIds;
import org.scaena.ledger.NodeEntry;
import org.scaena.node.ControlValues;
import org.scaena.node.Node;
import org.scaena.node.NodeEvent;
import org.scaena.node.NodeInfo;
import org.scaena.node.NodeSnapshot;
import org.scaena.node.NodeState;
import org.scaena.node.NodeTree;
import org.scaena.node.Placement;
import org.scaena.node.SynthSnapshot;

/** The nodes of one login, who owns them, and those of others that somebody asked for. */
final class LiveNodes {

    /** Owns nodes that were not made here. */
    private static final String OTHERS = "";

    private final Session session;
    private final NodeIds ids;
    private final NodeTree tree;
    private final Runnable changed;
    private final Consumer<String> used;
    private final Holdings<LiveNode> nodes = new Holdings<>();
    private final EndedTogether together = new EndedTogether();

    /**
     * The nodes of a login, none yet.
     *
     * @param changed told when a ledger should know something new
     * @param used told which definition a synth is made of
     */
    LiveNodes(
            Session session, NodeIds ids, NodeTree tree, Runnable changed, Consumer<String> used) {
        this.session = session;
        this.ids = ids;
        this.tree = tree;
        this.changed = changed;
        this.used = used;
    }

    /** A group that is there by custom. */
    LiveGroup standing(int id) {
        LiveGroup group = new LiveGroup(id, LiveGroup.Kind.ORDINARY, session, tree);
        group.state(NodeState.PLAYING);
        return group;
    }

    LiveSynth synth(
            String owner,
            Optional<String> key,
            String defName,
            ControlValues controls,
            Placement placement) {
        LiveSynth synth = new LiveSynth(ids.allocate(owner), defName, session, tree);
        nodes.add(synth.id(), owner, key, synth);
        make(synth, key.isPresent(), controls, placement);
        return synth;
    }

    private void make(
            LiveSynth synth, boolean hasKey, ControlValues controls, Placement placement) {
        String defName = synth.defName();
        used.accept(defName);
        if (hasKey) {
            synth.keep(controls);
        }
        tree.expected(synth.id(), defName, controls, placement);
        session.sendExpecting(
                SynthCommands.create(defName, synth.id(), placement, controls).message(),
                synth.started());
        forgetIfRefused(synth);
        changed.run();
    }

    LiveGroup group(String owner, Optional<String> key, LiveGroup.Kind kind, Placement placement) {
        LiveGroup group = new LiveGroup(ids.allocate(owner), kind, session, tree);
        nodes.add(group.id(), owner, key, group);
        make(group, placement);
        return group;
    }

    private void make(LiveGroup group, Placement placement) {
        tree.expected(group.id(), placement);
        session.sendExpecting(group.make(placement), group.started());
        forgetIfRefused(group);
        changed.run();
    }

    /**
     * Makes a node with a key once more, for its owner to claim.
     *
     * @param id its own, or another if that is not free any more
     */
    LiveNode makeAgain(NodeEntry entry, int id, Placement placement) {
        LiveNode node = handle(id, entry);
        nodes.addUnclaimed(id, entry.owner(), Optional.of(entry.key()), node);
        if (node instanceof LiveSynth synth) {
            make(synth, true, entry.controls(), placement);
        } else {
            make((LiveGroup) node, placement);
        }
        if (!entry.running()) {
            node.run(false);
        }
        return node;
    }

    private LiveNode handle(int id, NodeEntry entry) {
        LiveGroup.Kind kind = entry.parallel() ? LiveGroup.Kind.PARALLEL : LiveGroup.Kind.ORDINARY;
        return entry.defName()
                .<LiveNode>map(name -> new LiveSynth(id, name, session, tree))
                .orElseGet(() -> new LiveGroup(id, kind, session, tree));
    }

    /** A node that an earlier host has made plays on, for its owner to claim. */
    void found(NodeSnapshot there, String owner, Optional<NodeEntry> entry) {
        LiveNode node =
                entry.map(known -> handle(there.id(), known)).orElseGet(() -> handle(there));
        entry.ifPresent(known -> node.keep(known.controls()));
        node.found(there.state());
        nodes.addUnclaimed(there.id(), owner, entry.map(NodeEntry::key), node);
    }

    private void forgetIfRefused(LiveNode node) {
        node.asked()
                .whenComplete(
                        (there, refused) -> {
                            if (refused != null && node.state() == NodeState.STARTED) {
                                forget(node.id());
                            }
                        });
    }

    /**
     * The living node of an owner's key, made if there is none.
     *
     * @throws IllegalArgumentException if it is of another kind than the one asked for
     */
    <N extends LiveNode> N keyed(String owner, String key, Class<N> kind, Supplier<N> make) {
        LiveNode node = nodes.keyed(owner, key, there -> !there.isLeaving(), make);
        if (!kind.isInstance(node)) {
            throw new IllegalArgumentException(
                    "'%s' is the key of %s already".formatted(key, node));
        }
        return kind.cast(node);
    }

    /** The living node of an id, whoever made it. */
    Optional<Node> node(int id) {
        return nodes.get(id)
                .or(
                        () ->
                                tree.snapshot(id)
                                        .map(
                                                there ->
                                                        nodes.getOrAdd(
                                                                id, OTHERS, () -> handle(there))))
                .map(Node.class::cast);
    }

    private LiveNode handle(NodeSnapshot node) {
        LiveNode handle =
                node instanceof SynthSnapshot synth
                        ? new LiveSynth(synth.id(), synth.defName().orElse(""), session, tree)
                        : new LiveGroup(node.id(), LiveGroup.Kind.ORDINARY, session, tree);
        handle.found(node.state());
        return handle;
    }

    Holdings<LiveNode> holdings() {
        return nodes;
    }

    /** Follows the tree: called for each event, on the event thread. */
    void event(NodeEvent event) {
        int id = event.node().id();
        switch (event.kind()) {
            case WENT -> nodes.get(id).ifPresent(node -> node.state(NodeState.PLAYING));
            case PAUSED -> nodes.get(id).ifPresent(node -> node.paused(true));
            case RESUMED -> nodes.get(id).ifPresent(node -> node.paused(false));
            case ENDED -> ended(event.node());
            case MOVED -> {
                // it is where the tree says
            }
        }
    }

    private void ended(NodeInfo node) {
        nodes.held(node.id())
                .filter(held -> held.key().isPresent() && !held.thing().isLeaving())
                .ifPresent(held -> together.add(held, node.parent()));
        forget(node.id());
    }

    EndedTogether endedTogether() {
        return together;
    }

    /** The login is over: all nodes count as ended. */
    void close() {
        nodes.ids().forEach(this::forget);
    }

    private void forget(int id) {
        nodes.remove(id)
                .ifPresent(
                        node -> {
                            ids.free(id);
                            node.state(NodeState.ENDED);
                            changed.run();
                        });
    }
}
