package org.scaena.node;

import org.osgi.annotation.versioning.ProviderType;
import org.scaena.command.CommandSender;

/** Opens mirrors of node trees. A service. */
@ProviderType
public interface NodeTreeService {

    /**
     * A mirror of one server's tree, empty until its first {@link NodeTree#refresh}.
     *
     * @param name what it is called in logs, for example the server's name
     * @param server where it asks
     */
    NodeTree open(String name, CommandSender server);
}
