package org.scaena.server.internal;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.ServiceReference;
import org.scaena.node.NodeEvent;
import org.scaena.node.NodeInfo;
import org.scaena.node.NodeListener;
import org.scaena.node.NodeTree;

/** Which nodes a listener wants to hear of; null means all. */
record NodeFilter(@Nullable Object node, @Nullable Object subtree, @Nullable Object defName) {

    static NodeFilter of(ServiceReference<NodeListener> reference) {
        return new NodeFilter(
                reference.getProperty(NodeListener.NODE_ID),
                reference.getProperty(NodeListener.SUBTREE),
                reference.getProperty(NodeListener.DEF_NAME));
    }

    boolean accepts(NodeEvent event, NodeTree tree) {
        return (node == null || node.equals(event.node().id()))
                && (subtree == null || isInside(event.node(), tree))
                && (defName == null || event.defName().filter(defName::equals).isPresent());
    }

    private boolean isInside(NodeInfo info, NodeTree tree) {
        Optional<NodeInfo> parent = tree.find(info.parent());
        while (parent.isPresent()) {
            if (Integer.valueOf(parent.get().id()).equals(subtree)) {
                return true;
            }
            parent = tree.find(parent.get().parent());
        }
        return false;
    }
}
