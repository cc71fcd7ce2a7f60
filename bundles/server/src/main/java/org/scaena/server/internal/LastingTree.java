package org.scaena.server.internal;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.scaena.command.Reply;
import org.scaena.command.Subscription;
import org.scaena.node.ControlValues;
import org.scaena.node.GroupSnapshot;
import org.scaena.node.NodeFilter;
import org.scaena.node.NodeInfo;
import org.scaena.node.NodeListener;
import org.scaena.node.NodeSnapshot;
import org.scaena.node.NodeState;
import org.scaena.node.NodeTree;
import org.scaena.node.NodeTreeService;
import org.scaena.node.NodeTreeStatistics;
import org.scaena.node.Placement;
import org.scaena.node.TreeDetail;
import org.scaena.osc.OscMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A mirror that outlasts the bundle that keeps it: the next one goes on from what the last one
 * knew.
 *
 * <p>What is told in between is kept and told to the successor, so that listeners miss nothing and
 * hear no end of what goes on. Mirrors are exchanged on the thread on which notifications come.
 */
final class LastingTree implements NodeTree {

    private static final Logger LOG = LoggerFactory.getLogger(LastingTree.class);
    private static final Duration HAND_OVER = Duration.ofSeconds(1);

    private final Function<NodeTreeService, NodeTree> opening;
    private final Executor events;
    private final Consumer<LastingTree> whenClosed;
    private final List<Attachment<NodeTree>> attachments = new CopyOnWriteArrayList<>();
    private final Recalled recalled = new Recalled();
    private volatile @Nullable NodeTree mirror;
    private volatile NodeTree last;
    private volatile KnownTree known = KnownTree.EMPTY;
    private volatile boolean closed;

    /**
     * A mirror.
     *
     * @param opening opens one upon a service, the first too
     * @param events the thread on which notifications come
     */
    LastingTree(
            NodeTreeService service,
            Function<NodeTreeService, NodeTree> opening,
            Executor events,
            Consumer<LastingTree> whenClosed) {
        this.last = opening.apply(service);
        this.mirror = last;
        this.opening = opening;
        this.events = events;
        this.whenClosed = whenClosed;
    }

    /** The service goes: until the next one is there the tree is as it was known. */
    void part() {
        onEventThread(
                () -> {
                    NodeTree leaving = mirror;
                    if (leaving != null) {
                        known = new KnownTree(leaving.snapshot());
                        recalled.collect();
                        mirror = null;
                        leaving.close();
                    }
                });
    }

    /** The next service is there. */
    void rejoin(NodeTreeService service) {
        onEventThread(
                () -> {
                    if (mirror == null && !closed) {
                        NodeTree next = opening.apply(service);
                        next.restore(known.tree());
                        attachments.forEach(one -> one.attach(next));
                        last = next;
                        recalled.tell(next, () -> mirror = next);
                        next.refresh();
                    }
                });
    }

    private void onEventThread(Runnable task) {
        try {
            CompletableFuture<Void> done = CompletableFuture.runAsync(task, events);
            done.exceptionally(
                    failed -> {
                        LOG.error("a node tree could not be handed over", failed);
                        return null;
                    });
            Uninterrupted.isDoneWithin(done, HAND_OVER);
        } catch (RejectedExecutionException closing) {
            closed = true;
        }
    }

    /** Does something with the mirror of the moment, or with the next one. */
    private void withMirror(Consumer<NodeTree> task) {
        NodeTree now = mirror;
        if (now != null) {
            task.accept(now);
        } else if (!recalled.keep(task)) {
            withMirror(task);
        }
    }

    private Subscription attach(Function<NodeTree, Subscription> attaching) {
        Attachment<NodeTree> one = new Attachment<>(attaching, attachments::remove);
        attachments.add(one);
        withMirror(one::attach);
        return one;
    }

    @Override
    public void restore(GroupSnapshot tree) {
        withMirror(now -> now.restore(tree));
    }

    @Override
    public void notified(OscMessage message) {
        recalled.heard(message);
        withMirror(tree -> tree.notified(message));
    }

    @Override
    public void expected(int id, String defName, ControlValues controls, Placement placement) {
        expect(id, tree -> tree.expected(id, defName, controls, placement));
    }

    @Override
    public void expected(int id, Placement placement) {
        expect(id, tree -> tree.expected(id, placement));
    }

    private void expect(int id, Consumer<NodeTree> telling) {
        recalled.expect(id, telling);
        withMirror(telling);
    }

    @Override
    public void controlsSet(int id, ControlValues controls) {
        withMirror(tree -> tree.controlsSet(id, controls));
    }

    /** As often as a synth is set: no lambda while there is a mirror. */
    @Override
    public void controlSet(int id, Object control, float value) {
        NodeTree now = mirror;
        if (now != null) {
            now.controlSet(id, control, value);
        } else {
            withMirror(tree -> tree.controlSet(id, control, value));
        }
    }

    @Override
    public Subscription hide(int id) {
        return attach(tree -> tree.hide(id));
    }

    @Override
    public void counted(int synths, int groups) {
        NodeTree now = mirror;
        if (now != null) {
            now.counted(synths, groups);
        }
    }

    /** One that was replaced while it was read has forgotten all: the next one is read. */
    @Override
    public Reply<GroupSnapshot> refresh() {
        return asking(
                tree ->
                        Replies.then(
                                "the node tree",
                                tree.refresh(),
                                read ->
                                        tree == mirror || closed
                                                ? Reply.of(read)
                                                : asking(NodeTree::refresh)));
    }

    @Override
    public Reply<GroupSnapshot> query(int groupId, TreeDetail detail) {
        return asking(tree -> tree.query(groupId, detail));
    }

    private Reply<GroupSnapshot> asking(Function<NodeTree, Reply<GroupSnapshot>> question) {
        NodeTree now = mirror;
        if (now != null) {
            return question.apply(now);
        }
        Reply<GroupSnapshot> answer = new Reply<>("the node tree");
        withMirror(tree -> Replies.hand(question.apply(tree), answer));
        return Replies.within(Replaceable.PATIENCE, "the node tree", answer);
    }

    @Override
    public GroupSnapshot snapshot() {
        NodeTree now = mirror;
        return now == null ? known.tree() : now.snapshot();
    }

    @Override
    public Optional<NodeSnapshot> snapshot(int id) {
        NodeTree now = mirror;
        return now == null ? known.node(id) : now.snapshot(id);
    }

    @Override
    public Optional<NodeInfo> find(int id) {
        NodeTree now = mirror;
        return now == null ? known.place(id) : now.find(id);
    }

    @Override
    public NodeState state(int id) {
        NodeTree now = mirror;
        if (now != null) {
            return now.state(id);
        }
        return known.node(id)
                .map(NodeSnapshot::state)
                .orElseGet(() -> recalled.expects(id) ? NodeState.STARTED : NodeState.UNKNOWN);
    }

    @Override
    public Subscription listen(NodeFilter filter, NodeListener listener) {
        return attach(tree -> tree.listen(filter, listener));
    }

    @Override
    public NodeTreeStatistics statistics() {
        return last.statistics();
    }

    @Override
    public void close() {
        closed = true;
        whenClosed.accept(this);
        last.close();
    }
}
