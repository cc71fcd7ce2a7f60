package org.scaena.server.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.scaena.id.NodeIds;
import org.scaena.node.NodeTree;

/**
 * Finds out which definitions a server has: {@code /done} proves nothing, a synth does.
 *
 * <p>Within one bundle synths are made in a group of their own, the group is asked for what is in
 * it, and freed. So no unit ever computes, not even its constructor runs; ids are left to the
 * server, so nobody is notified of the synths; and the answer names those that are there.
 */
final class DefinitionProof {

    /** Few enough for the nodes and the real-time memory that a small server has left. */
    static final int AT_ONCE = 50;

    private final Session session;
    private final NodeIds ids;
    private final NodeTree tree;

    DefinitionProof(LiveClient client) {
        this.session = client.session();
        this.ids = client.ids().nodes();
        this.tree = client.tree();
    }

    /** A question that is not asked yet, about {@link #AT_ONCE} names at most. */
    DefinitionInquiry about(List<String> names) {
        return new DefinitionInquiry(List.copyOf(names), ids, tree);
    }

    /** Those of the names that the server has a definition of; blocks for about two periods. */
    Set<String> present(Collection<String> names) {
        List<String> all = List.copyOf(names);
        List<DefinitionInquiry> asked = new ArrayList<>();
        Set<String> present = new HashSet<>();
        try {
            for (int i = 0; i < all.size(); i += AT_ONCE) {
                DefinitionInquiry inquiry =
                        about(all.subList(i, Math.min(all.size(), i + AT_ONCE)));
                asked.add(inquiry);
                inquiry.ask(session);
            }
            asked.forEach(inquiry -> present.addAll(inquiry.present()));
        } finally {
            asked.forEach(DefinitionInquiry::close);
        }
        return present;
    }
}
