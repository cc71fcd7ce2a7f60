package org.scaena.allocator.internal;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.scaena.id.IdRange;
import org.scaena.id.NodeIdStrategy;

/**
 * The notebook's numbering: 10001, 10002 … for client 0, 20001, 20002 … for client 1.
 *
 * <p>The notebook runs into the next client's ids at the 10001st; here a login goes on in its own
 * {@link ClientPartition}, above the ten thousands of all logins.
 */
@Component
public final class NotebookNodeIds implements NodeIdStrategy {

    private static final int PER_CLIENT = 10_000;

    @Override
    public String name() {
        return NOTEBOOK;
    }

    @Override
    public List<IdRange> ranges(int clientId, int maxLogins) {
        IdRange first = new IdRange(firstOf(clientId), PER_CLIENT);
        IdRange partition = ClientPartition.counted(clientId);
        int above = Math.max(partition.first(), firstOf(maxLogins));
        return List.of(first, ClientPartition.countedFrom(clientId, above));
    }

    @Override
    public IdRange permanent(int clientId, int maxLogins) {
        return ClientPartition.permanent(clientId);
    }

    private static int firstOf(int clientId) {
        return PER_CLIENT * (clientId + 1) + 1;
    }
}
