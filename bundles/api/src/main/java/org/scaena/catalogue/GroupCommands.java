package org.scaena.catalogue;

import java.util.function.IntFunction;
import org.scaena.command.Command;
import org.scaena.command.Done;
import org.scaena.command.ReplyKey;
import org.scaena.node.GroupSnapshot;
import org.scaena.node.NodeState;
import org.scaena.node.Placement;
import org.scaena.node.TreeDetail;
import org.scaena.osc.OscMessage;

/** Commands for groups. Source: Server Command Reference, "Group Commands". */
public final class GroupCommands {

    private GroupCommands() {}

    /**
     * {@code /g_new}: makes a group.
     *
     * <p>A group that is there already in the same parent stays, which counts as success.
     *
     * @param id from 1, or −1 to let the server choose one that is never notified of
     */
    public static Command<Done> create(int id, Placement placement) {
        return creating("/g_new", id, placement);
    }

    /** {@code /p_new}: makes a group whose nodes may run at once, where the server can do that. */
    public static Command<Done> createParallel(int id, Placement placement) {
        return creating("/p_new", id, placement);
    }

    private static Command<Done> creating(String command, int id, Placement placement) {
        Arguments arguments = Arguments.of(command);
        if (id == 0) {
            throw arguments.refused("group id", "−1 or 1…2147483647", id);
        }
        return Command.silent(
                arguments
                        .newNode(id)
                        .anything(placement.action().number())
                        .node(placement.target())
                        .message());
    }

    /** {@code /g_head}: moves nodes to the head of a group, the last one foremost. */
    public static Command<Done> moveToHead(int group, int... nodes) {
        return moving("/g_head", group, nodes);
    }

    /** {@code /g_tail}: moves nodes to the tail of a group. */
    public static Command<Done> moveToTail(int group, int... nodes) {
        return moving("/g_tail", group, nodes);
    }

    private static Command<Done> moving(String command, int group, int... nodes) {
        Arguments arguments = Arguments.of(command);
        if (nodes.length == 0) {
            throw arguments.refused("the number of nodes", "at least 1", 0);
        }
        for (int node : nodes) {
            if (node == group || node == 0) {
                throw arguments.refused("node", "neither the group itself nor 0", node);
            }
            arguments.node(group).node(node);
        }
        return Command.silent(arguments.message());
    }

    /** {@code /g_freeAll}: ends everything in groups. */
    public static Command<Done> freeAll(int... groups) {
        return Command.silent(Arguments.of("/g_freeAll").nodes(groups).message());
    }

    /** {@code /g_deepFree}: ends all synths in groups, and in the groups there; groups stay. */
    public static Command<Done> deepFree(int... groups) {
        return Command.silent(Arguments.of("/g_deepFree").nodes(groups).message());
    }

    /** {@code /g_dumpTree}: prints a group and everything in it. */
    public static Command<Done> dumpTree(int group, TreeDetail detail) {
        return Command.silent(OscMessage.of("/g_dumpTree", group, detail.flag()));
    }

    /**
     * {@code /g_queryTree}: a group and everything in it; fails, or stays silent, if that is more
     * than a datagram holds.
     */
    public static Command<GroupSnapshot> queryTree(int group, TreeDetail detail) {
        return queryTree(group, detail, id -> NodeState.UNKNOWN);
    }

    /**
     * {@code /g_queryTree} with what is known of the nodes' lives, which the reply does not tell.
     */
    public static Command<GroupSnapshot> queryTree(
            int group, TreeDetail detail, IntFunction<NodeState> states) {
        return Command.answered(
                OscMessage.of("/g_queryTree", group, detail.flag()),
                ReplyKey.of("/g_queryTree.reply", detail.flag(), group),
                reply -> TreeReply.read(reply, states));
    }
}
