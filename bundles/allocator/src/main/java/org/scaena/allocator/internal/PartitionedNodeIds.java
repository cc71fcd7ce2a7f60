package org.scaena.allocator.internal;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.scaena.id.IdRange;
import org.scaena.id.NodeIdStrategy;

/** SuperCollider's own numbering, which never meets the ids of another login. */
@Component
public final class PartitionedNodeIds implements NodeIdStrategy {

    @Override
    public String name() {
        return PARTITIONED;
    }

    @Override
    public List<IdRange> ranges(int clientId, int maxLogins) {
        return List.of(ClientPartition.counted(clientId));
    }

    @Override
    public IdRange permanent(int clientId, int maxLogins) {
        return ClientPartition.permanent(clientId);
    }
}
