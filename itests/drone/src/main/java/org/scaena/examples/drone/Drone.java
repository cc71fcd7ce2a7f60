package org.scaena.examples.drone;

import static org.scaena.node.Controls.set;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.scaena.server.Client;

/** Plays a low tone while a server is usable. */
@Component
public final class Drone {

    /** Called by Declarative Services as soon as the server is usable. */
    @Activate
    public Drone(@Reference Client client) {
        client.synth("drone", "s2", set("freq", 55).set("amp", 0.1));
    }
}
