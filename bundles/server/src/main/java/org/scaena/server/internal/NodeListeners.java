package org.scaena.server.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.ServiceReference;
import org.scaena.command.Subscription;
import org.scaena.node.NodeFilter;
import org.scaena.node.NodeListener;
import org.scaena.node.NodeTree;
import org.scaena.server.Server;

/**
 * Listeners of nodes that come and go as services.
 *
 * <p>Each hears of the nodes that its service properties let through, as they were at the moment of
 * the event, and has a mailbox of its own: a slow one delays nobody.
 */
final class NodeListeners {

    private static final class Entry {
        final NodeFilter filter;
        final NodeListener listener;
        final Mailbox mailbox;
        Subscription subscription = () -> {};

        Entry(ServiceReference<NodeListener> reference, NodeListener listener, Mailbox mailbox) {
            this.filter = filter(reference);
            this.listener = listener;
            this.mailbox = mailbox;
        }

        void follow(NodeTree tree) {
            subscription.close();
            subscription = tree.listen(filter, event -> mailbox.put(() -> listener.event(event)));
        }
    }

    private final String server;
    private final Executor threads;
    private final CallMeters meters;
    private final Map<ServiceReference<NodeListener>, Entry> entries = new HashMap<>();
    private @Nullable NodeTree tree;

    NodeListeners(String server, Executor threads, CallMeters meters) {
        this.server = server;
        this.threads = threads;
        this.meters = meters;
    }

    synchronized void add(ServiceReference<NodeListener> reference, NodeListener listener) {
        Object wanted = reference.getProperty(Server.NAME);
        if (wanted == null || wanted.equals(server)) {
            Entry entry =
                    new Entry(
                            reference, listener, Mailbox.of(reference, listener, threads, meters));
            entries.put(reference, entry);
            if (tree != null) {
                entry.follow(tree);
            }
        }
    }

    synchronized void remove(ServiceReference<NodeListener> reference) {
        Entry entry = entries.remove(reference);
        if (entry != null) {
            entry.subscription.close();
        }
    }

    /** Whose listeners are here. */
    synchronized List<String> owners() {
        return entries.keySet().stream().map(Owners::of).toList();
    }

    /** From now on events are those of this tree. */
    synchronized void follow(NodeTree next) {
        tree = next;
        entries.values().forEach(entry -> entry.follow(next));
    }

    private static NodeFilter filter(ServiceReference<NodeListener> reference) {
        NodeFilter filter = NodeFilter.ALL;
        if (reference.getProperty(NodeListener.NODE_ID) instanceof Integer id) {
            filter = filter.withNode(id);
        }
        if (reference.getProperty(NodeListener.SUBTREE) instanceof Integer group) {
            filter = filter.withSubtree(group);
        }
        if (reference.getProperty(NodeListener.DEF_NAME) instanceof String name) {
            filter = filter.withDefName(name);
        }
        return filter;
    }
}
