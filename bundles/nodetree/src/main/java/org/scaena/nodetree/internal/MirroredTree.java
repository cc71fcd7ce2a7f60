package org.scaena.nodetree.internal;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
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
import org.scaena.node.NodeTreeStatistics;
import org.scaena.node.Placement;
import org.scaena.node.SynthSnapshot;
import org.scaena.node.TreeDetail;
import org.scaena.osc.OscArgumentException;
import org.scaena.osc.OscMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One server's tree. A lock keeps it, for as long as one notification or one copy takes; nothing is
 * sent and nobody is called while it is held.
 */
final class MirroredTree implements NodeTree, Known {

    private static final Logger LOG = LoggerFactory.getLogger(MirroredTree.class);

    private final String name;
    private final Questions questions;
    private final Truthfulness truthfulness;
    private final NodeEvents events = new NodeEvents();
    private final List<Consumer<Notice>> taps = new CopyOnWriteArrayList<>();

    private final ReentrantLock lock = new ReentrantLock();
    private final Absentees absentees = new Absentees();
    private Mirror mirror = new Mirror(absentees, events::add);
    private Notifications notifications = new Notifications(mirror, absentees);
    private boolean wasRead;
    private boolean closed;
    private long drifts;
    private long heals;

    MirroredTree(String name, Questions questions, Truthfulness truthfulness) {
        this.name = name;
        this.questions = questions;
        this.truthfulness = truthfulness;
    }

    @Override
    public void notified(OscMessage message) {
        Notice notice = read(message);
        if (notice == null) {
            return;
        }
        lock.lock();
        try {
            if (closed) {
                return;
            }
            notifications.take(notice);
            truthfulness.changed();
            taps.forEach(tap -> tap.accept(notice));
        } finally {
            lock.unlock();
        }
        events.deliver();
    }

    private @Nullable Notice read(OscMessage message) {
        try {
            return Notice.of(message);
        } catch (OscArgumentException malformed) {
            LOG.warn("{}: no notification: {}", name, malformed.getMessage());
            return null;
        }
    }

    @Override
    public void expected(int id, String defName, ControlValues controls, Placement placement) {
        locked(
                () -> {
                    absentees.expect(id, defName, controls);
                    return id;
                });
    }

    @Override
    public void controlsSet(int id, ControlValues controls) {
        // known once they are read
    }

    @Override
    public Subscription hide(int id) {
        return () -> {};
    }

    @Override
    public void counted(int synths, int groups) {
        boolean toRead =
                locked(
                        () ->
                                !closed
                                        && truthfulness.isToBeRead(
                                                synths - mirror.synths(),
                                                groups - mirror.groups(),
                                                mirror.isDoubtful()));
        if (toRead) {
            refresh().whenComplete(this::tellHowItWent);
        }
    }

    private void tellHowItWent(@Nullable GroupSnapshot read, @Nullable Throwable failure) {
        if (failure != null) {
            LOG.debug("{}: the node tree can't be read: {}", name, failure.getMessage());
        }
    }

    @Override
    public Reply<GroupSnapshot> refresh() {
        Reply<GroupSnapshot> result = new Reply<>("the node tree");
        Journal journal = new Journal();
        Consumer<Notice> tap = journal::add;
        locked(
                () -> {
                    truthfulness.begin();
                    return taps.add(tap);
                });
        TreeQuery.of(questions, this, taps, mirror.root().id, true)
                .whenComplete(
                        (read, failure) -> {
                            int healed = locked(() -> adopt(read, journal, tap));
                            events.deliver();
                            if (failure != null) {
                                result.completeExceptionally(Questions.cause(failure));
                                return;
                            }
                            if (healed > 0) {
                                LOG.debug("{}: {} nodes of the tree were wrong", name, healed);
                            }
                            result.complete(snapshot());
                        });
        return result;
    }

    /** Makes the mirror equal to what was read; tells how many nodes were wrong. */
    private int adopt(@Nullable GroupSnapshot read, Journal journal, Consumer<Notice> tap) {
        taps.remove(tap);
        if (read == null || closed) {
            truthfulness.failed();
            return 0;
        }
        Mirror replayed = journal.replayedOn(read);
        int touched = Adoption.of(replayed.root().groupSnapshot(), mirror);
        mirror.settle();
        if (replayed.isDoubtful()) {
            mirror.doubt();
        }
        truthfulness.read(touched > 0);
        if (!wasRead) {
            wasRead = true;
            return 0;
        }
        drifts += touched > 0 ? 1 : 0;
        heals += touched;
        return touched;
    }

    @Override
    public Reply<GroupSnapshot> query(int groupId, TreeDetail detail) {
        return TreeQuery.of(questions, this, taps, groupId, detail == TreeDetail.WITH_CONTROLS);
    }

    @Override
    public GroupSnapshot snapshot() {
        return locked(() -> mirror.root().groupSnapshot());
    }

    @Override
    public Optional<NodeSnapshot> snapshot(int id) {
        return locked(() -> Optional.ofNullable(mirror.get(id)).map(MirrorNode::snapshot));
    }

    @Override
    public Optional<NodeInfo> find(int id) {
        return locked(() -> Optional.ofNullable(mirror.get(id)).map(MirrorNode::info));
    }

    @Override
    public NodeState state(int id) {
        return locked(
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
        return locked(
                () -> {
                    MirrorNode node = mirror.get(synth.id());
                    return node == null || node.group
                            ? synth
                            : new SynthSnapshot(
                                    synth.id(),
                                    synth.state(),
                                    synth.defName().or(() -> Optional.ofNullable(node.defName)),
                                    node.controls);
                });
    }

    @Override
    public NodeSnapshot outline(NodeInfo info) {
        NodeState state = state(info.id());
        return info.group()
                ? new GroupSnapshot(info.id(), state, List.of())
                : new SynthSnapshot(info.id(), state, Optional.empty(), List.of());
    }

    @Override
    public Subscription listen(NodeFilter filter, NodeListener listener) {
        return events.listen(listener);
    }

    @Override
    public NodeTreeStatistics statistics() {
        return locked(
                () ->
                        new NodeTreeStatistics(
                                mirror.size(),
                                0,
                                events.delivered(),
                                0,
                                drifts,
                                heals,
                                Duration.ZERO));
    }

    @Override
    public void close() {
        locked(
                () -> {
                    closed = true;
                    taps.clear();
                    absentees.clear();
                    mirror = new Mirror(absentees, events::add);
                    notifications = new Notifications(mirror, absentees);
                    events.close();
                    return closed;
                });
    }

    private <T> T locked(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
