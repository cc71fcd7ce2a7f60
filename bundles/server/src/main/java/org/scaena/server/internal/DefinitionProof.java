package org.scaena.server.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.scaena.catalogue.GroupCommands;
import org.scaena.catalogue.NodeCommands;
import org.scaena.catalogue.ServerCommands;
import org.scaena.catalogue.ServerCommands.ErrorMode;
import org.scaena.catalogue.SynthCommands;
import org.scaena.command.Reply;
import org.scaena.command.Subscription;
import org.scaena.id.NodeIds;
import org.scaena.node.AddAction;
import org.scaena.node.ControlValues;
import org.scaena.node.GroupSnapshot;
import org.scaena.node.NodeSnapshot;
import org.scaena.node.NodeTree;
import org.scaena.node.Placement;
import org.scaena.node.SynthSnapshot;
import org.scaena.node.TreeDetail;
import org.scaena.osc.OscTimeTag;

/**
 * Finds out which definitions a server has: {@code /done} proves nothing, a synth does.
 *
 * <p>Within one bundle synths are made in a group of their own, the group is asked for what is in
 * it, and freed. So no unit ever computes, not even its constructor runs; ids are left to the
 * server, so nobody is notified of the synths; and the answer names those that are there.
 */
final class DefinitionProof {

    /** Few enough for the nodes and the real-time memory that a small server has left. */
    private static final int AT_ONCE = 50;

    private static final int ANY_ID = -1;

    private final Session session;
    private final NodeIds ids;
    private final NodeTree tree;

    DefinitionProof(LiveClient client) {
        this.session = client.session();
        this.ids = client.ids().nodes();
        this.tree = client.tree();
    }

    /** Those of the names that the server has a definition of; blocks for about two periods. */
    Set<String> present(Collection<String> names) {
        List<String> all = List.copyOf(names);
        Map<Integer, Reply<GroupSnapshot>> asked = new HashMap<>();
        Set<String> present = new HashSet<>();
        List<Subscription> hidden = new ArrayList<>();
        try {
            for (int i = 0; i < all.size(); i += AT_ONCE) {
                int group = ids.allocatePermanent(Owners.HOST);
                hidden.add(tree.hide(group));
                asked.put(group, ask(group, all.subList(i, Math.min(all.size(), i + AT_ONCE))));
            }
            asked.values().forEach(reply -> present.addAll(names(reply.await())));
        } finally {
            hidden.forEach(Subscription::close);
            asked.keySet().forEach(ids::free);
        }
        return present;
    }

    private Reply<GroupSnapshot> ask(int group, List<String> names) {
        List<Reply<GroupSnapshot>> reply = new ArrayList<>(1);
        session.at(
                OscTimeTag.IMMEDIATELY,
                () -> {
                    session.send(ServerCommands.error(ErrorMode.OFF_IN_BUNDLE).message());
                    session.send(
                            GroupCommands.create(group, new Placement(AddAction.ADD_TO_TAIL, 0))
                                    .message());
                    Placement inside = new Placement(AddAction.ADD_TO_TAIL, group);
                    for (String name : names) {
                        session.send(
                                SynthCommands.create(name, ANY_ID, inside, ControlValues.NONE)
                                        .message());
                    }
                    session.send(ServerCommands.error(ErrorMode.ON_IN_BUNDLE).message());
                    reply.add(
                            session.request(
                                    GroupCommands.queryTree(group, TreeDetail.WITHOUT_CONTROLS)));
                    session.send(NodeCommands.free(group).message());
                });
        return reply.get(0);
    }

    private static Set<String> names(GroupSnapshot group) {
        Set<String> names = new HashSet<>();
        for (NodeSnapshot node : group.children()) {
            if (node instanceof SynthSnapshot synth) {
                synth.defName().ifPresent(names::add);
            }
        }
        return names;
    }
}
