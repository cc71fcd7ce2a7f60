package org.scaena.server.internal;

import org.scaena.node.AddAction;
import org.scaena.node.Placement;

/** Whose sound the volume scales: what comes before its synth in the order of the tree. */
enum VolumeScope {
    /** Everybody's: the synth is at the tail of the root, or before the guard that is there. */
    SERVER,
    /** That of the own login, as in sc3nb: the synth is just behind the default group. */
    CLIENT;

    Placement placement(LiveClient client, OutputGuard guard) {
        return switch (this) {
            case SERVER ->
                    guard.group()
                            .map(Placement::addBefore)
                            .orElse(new Placement(AddAction.ADD_TO_TAIL, 0));
            case CLIENT -> Placement.addAfter(client.defaultGroup());
        };
    }
}
