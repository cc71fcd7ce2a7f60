package org.scaena.node;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.scaena.command.Reply;
import org.scaena.command.Subscription;
import org.scaena.osc.OscMessage;

/**
 * A mirror of one server's tree: fed by notifications, healed by queries.
 *
 * <p>Reading is safe from any thread and never blocks.
 */
@ProviderType
public interface NodeTree extends AutoCloseable {

    /**
     * Takes over what another mirror of the same server knew, pauses included; tells nobody.
     *
     * <p>Called before anything else.
     *
     * @param known the whole tree, by the id of its root 0
     */
    void restore(GroupSnapshot known);

    /**
     * Takes in a node notification: {@code /n_go}, {@code /n_end}, {@code /n_move}, {@code /n_on},
     * {@code /n_off} or {@code /n_info}; ignores everything else.
     *
     * <p>Called in order of arrival by one thread, on which listeners are called too.
     */
    void notified(OscMessage message);

    /**
     * Notes what is known of a synth before it is asked for, so that its snapshot has a name and a
     * node that it replaces is known to end.
     */
    void expected(int id, String defName, ControlValues controls, Placement placement);

    /** Notes that a group is about to be asked for. */
    void expected(int id, Placement placement);

    /** Notes that controls of a node are being set, so that snapshots have them. */
    void controlsSet(int id, ControlValues controls);

    /**
     * Notes that one control of a node is being set to a number.
     *
     * @param control a {@link String} (its name) or an {@link Integer} (its index, from 0)
     */
    void controlSet(int id, Object control, float value);

    /**
     * Keeps a node that is only made for a trial out of the tree and away from all listeners.
     *
     * @return closed once the node has ended
     */
    Subscription hide(int id);

    /**
     * Compares the counts of a {@code /status.reply} with the mirror, and re-reads the tree if they
     * disagree. A mirror that has reason to doubt itself asks for the counts by itself.
     */
    void counted(int synths, int groups);

    /** Asks the server for the whole tree; controls included. */
    Reply<GroupSnapshot> refresh();

    /** Asks the server for a group and everything in it, complete for any size. */
    Reply<GroupSnapshot> query(int groupId, TreeDetail detail);

    /** The tree as it is known now. */
    GroupSnapshot snapshot();

    /** A node, and everything in it, as it is known now. */
    Optional<NodeSnapshot> snapshot(int id);

    /** Where a node is known to be. */
    Optional<NodeInfo> find(int id);

    /** What is known about a node's life. */
    NodeState state(int id);

    /**
     * Hears events of all nodes from now on.
     *
     * @return closed to hear no more
     */
    default Subscription listen(NodeListener listener) {
        return listen(NodeFilter.ALL, listener);
    }

    /**
     * Hears the events that a filter lets through from now on.
     *
     * @return closed to hear no more
     */
    Subscription listen(NodeFilter filter, NodeListener listener);

    /** How well the mirror kept up. */
    NodeTreeStatistics statistics();

    /** Forgets the tree; ends nothing on the server and sends no events. */
    @Override
    void close();
}
