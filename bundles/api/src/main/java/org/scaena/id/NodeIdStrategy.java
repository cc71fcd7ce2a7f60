package org.scaena.id;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/** A whiteboard service that says which node ids a login counts through. */
@ConsumerType
public interface NodeIdStrategy {

    /** SuperCollider's own partition: {@code (clientId << 26) + 1000} upward. The default. */
    String PARTITIONED = "partitioned";

    /** {@code 10000 · (clientId + 1) + 1} upward, as in the notebook; may meet sclang's ids. */
    String NOTEBOOK = "notebook";

    /** The name by which a configuration chooses it. */
    String name();

    /** The ids of a login in the order in which they are counted. */
    List<IdRange> ranges(int clientId, int maxLogins);

    /** The permanent ids of a login, its default group not among them. */
    IdRange permanent(int clientId, int maxLogins);
}
