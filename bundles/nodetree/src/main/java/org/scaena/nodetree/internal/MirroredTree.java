package org.scaena.nodetree.internal;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
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
import org.scaena.node.TreeDetail;
import org.scaena.osc.OscArgumentException;
import org.scaena.osc.OscMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One server's tree: what is told goes into the mirror, what is asked comes out of it. */
final class MirroredTree implements NodeTree {

    private static final Logger LOG = LoggerFactory.getLogger(MirroredTree.class);

    private final String name;
    private final Questions questions;
    private final Guard guard = new Guard();
    private final NodeEvents events = new NodeEvents();
    private final Absentees absentees = new Absentees();
    private final Mirror mirror = new Mirror(absentees, events);
    private final Notifications notifications = new Notifications(mirror, absentees);
    private final List<Consumer<Notice>> taps = new CopyOnWriteArrayList<>();
    private final Known known = new KnownHere(guard, mirror, absentees);
    private final Healer healer;
    private long notified;
    private boolean closed;

    MirroredTree(String name, Questions questions, Truthfulness truthfulness) {
        this.name = name;
        this.questions = questions;
        this.healer =
                new Healer(
                        name, questions, truthfulness, guard, mirror, known, taps, events::deliver);
    }

    @Override
    public void restore(GroupSnapshot tree) {
        guard.run(
                () -> {
                    Adoption.of(tree, mirror);
                    tree.nodes()
                            .filter(node -> node.state() == NodeState.PAUSED)
                            .forEach(node -> pause(node.id()));
                });
    }

    private void pause(int id) {
        MirrorNode node = mirror.get(id);
        if (node != null) {
            node.paused = true;
        }
    }

    @Override
    public void notified(OscMessage message) {
        Notice notice = read(message);
        if (notice != null) {
            if (guard.get(() -> take(notice))) {
                healer.lookSoon();
            }
            events.deliver();
        }
    }

    private @Nullable Notice read(OscMessage message) {
        try {
            return Notice.of(message);
        } catch (OscArgumentException malformed) {
            LOG.warn("{}: no notification: {}", name, malformed.getMessage());
            return null;
        }
    }

    /** Takes a notification in; tells whether the counts should be looked at soon. */
    private boolean take(Notice notice) {
        if (closed) {
            return false;
        }
        notified++;
        notifications.take(notice);
        taps.forEach(tap -> tap.accept(notice));
        return healer.told();
    }

    @Override
    public void expected(int id, String defName, ControlValues controls, Placement placement) {
        guard.run(
                () -> absentees.expect(id, Absentees.Expected.synth(defName, controls, placement)));
    }

    @Override
    public void expected(int id, Placement placement) {
        guard.run(() -> absentees.expect(id, Absentees.Expected.group(placement)));
    }

    @Override
    public void controlsSet(int id, ControlValues controls) {
        guard.lock();
        try {
            MirrorNode outer = mirror.get(id);
            if (outer != null) {
                SetControls.in(outer, controls);
            }
        } finally {
            guard.unlock();
        }
    }

    @Override
    public void controlSet(int id, Object control, float value) {
        guard.lock();
        try {
            MirrorNode outer = mirror.get(id);
            if (outer != null) {
                SetControls.in(outer, control, value);
            }
        } finally {
            guard.unlock();
        }
    }

    @Override
    public Subscription hide(int id) {
        guard.run(() -> absentees.hide(id));
        return () -> guard.run(() -> absentees.show(id));
    }

    @Override
    public void counted(int synths, int groups) {
        healer.counted(synths, groups);
    }

    @Override
    public Reply<GroupSnapshot> refresh() {
        return healer.read();
    }

    @Override
    public Reply<GroupSnapshot> query(int groupId, TreeDetail detail) {
        return TreeQuery.of(questions, known, taps, groupId, detail == TreeDetail.WITH_CONTROLS);
    }

    @Override
    public GroupSnapshot snapshot() {
        return guard.get(() -> mirror.root().groupSnapshot());
    }

    @Override
    public Optional<NodeSnapshot> snapshot(int id) {
        return guard.get(() -> Optional.ofNullable(mirror.get(id)).map(MirrorNode::snapshot));
    }

    @Override
    public Optional<NodeInfo> find(int id) {
        return guard.get(() -> Optional.ofNullable(mirror.get(id)).map(MirrorNode::info));
    }

    @Override
    public NodeState state(int id) {
        return known.state(id);
    }

    @Override
    public Subscription listen(NodeFilter filter, NodeListener listener) {
        return events.listen(filter, listener);
    }

    @Override
    public NodeTreeStatistics statistics() {
        return guard.get(
                () ->
                        new NodeTreeStatistics(
                                mirror.size(),
                                notified,
                                events.delivered(),
                                healer.drift(),
                                healer.drifts(),
                                healer.heals(),
                                healer.lastHealing()));
    }

    @Override
    public void close() {
        guard.run(
                () -> {
                    closed = true;
                    healer.close();
                    taps.clear();
                    events.close();
                    absentees.clear();
                    mirror.clear();
                });
    }
}
