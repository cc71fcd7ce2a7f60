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
     * Takes in a node notification: {@code /n_go}, {@code /n_end}, {@code /n_move}, {@code /n_on},
     * {@code /n_off} or {@code /n_info}; ignores everything else.
     *
     * <p>Called in order of arrival by one thread, on which listeners are called too.
     */
    void notified(OscMessage message);

    /** Notes what is known of a synth that was asked for, so that its snapshot has a name. */
    void expected(int id, String defName, ControlValues controls);

    /**
     * Compares the counts of a {@code /status.reply} with the mirror, and re-reads the tree if they
     * disagree.
     */
    void counted(int synths, int groups);

    /** Asks the server for the whole tree; controls included. */
    Reply<GroupSnapshot> refresh();

    /** Asks the server for a group and everything in it, complete for any size. */
    Reply<GroupSnapshot> query(int groupId, boolean controls);

    /** The tree as it is known now. */
    GroupSnapshot snapshot();

    /** Where a node is known to be. */
    Optional<NodeInfo> find(int id);

    /** What is known about a node's life. */
    NodeState state(int id);

    /**
     * Hears events from now on.
     *
     * @return closed to hear no more
     */
    Subscription listen(NodeListener listener);

    /** How well the mirror kept up. */
    NodeTreeStatistics statistics();

    /** Forgets the tree; ends nothing on the server and sends no events. */
    @Override
    void close();
}
