package org.scaena.server.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.scaena.command.Done;
import org.scaena.command.Reply;
import org.scaena.node.AddAction;
import org.scaena.node.ControlValues;
import org.scaena.node.Placement;
import org.scaena.osc.OscBundle;
import org.scaena.osc.OscMessage;
import org.scaena.osc.OscTimeTag;
import org.scaena.synthdef.RegisteredSynthDef;
import org.scaena.synthdef.Sending;
import org.scaena.synthdef.SynthDefRegistry;

/** Sends definitions and proves that they are there, because {@code /done} proves nothing. */
final class Definitions {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    private Definitions() {}

    /** The name of the definition that scales this many channels. */
    static String volume(int channels) {
        return "scaena-volume-" + channels;
    }

    /** What goes to a server when it boots; of the volume definitions that for its outputs. */
    static List<RegisteredSynthDef> atBoot(SynthDefRegistry registry, int outputs) {
        String volume = volume(outputs);
        return registry.definitions().stream()
                .filter(def -> def.sending() == Sending.AT_BOOT || def.name().equals(volume))
                .toList();
    }

    /**
     * Sends definitions in one go, then makes and frees a synth of each within one moment.
     *
     * @return the names of those that the server does not have afterwards
     */
    static List<String> send(LiveClient client, List<RegisteredSynthDef> definitions) {
        Session session = client.session();
        for (RegisteredSynthDef definition : definitions) {
            session.send(OscMessage.of("/d_recv", definition.bytes()));
        }
        session.sync().await(LIMIT);
        List<String> missing = new ArrayList<>();
        for (RegisteredSynthDef definition : definitions) {
            if (!isThere(client, definition.name())) {
                missing.add(definition.name());
            }
        }
        return missing;
    }

    private static boolean isThere(LiveClient client, String name) {
        int id = client.ids().nodes().allocatePermanent(Owners.HOST);
        Placement head = new Placement(AddAction.ADD_TO_HEAD, 0);
        OscMessage make = Messages.synthNew(name, id, head, ControlValues.NONE);
        OscBundle makeAndFree =
                OscBundle.of(OscTimeTag.IMMEDIATELY, make, OscMessage.of("/n_free", id));
        Reply<Done> refusal = new Reply<>("/s_new " + name);
        try {
            client.session().sendExpecting(makeAndFree, make.address(), refusal);
            client.session().sync().await(LIMIT);
            return refusal.complete(Done.DONE);
        } finally {
            client.ids().nodes().free(id);
        }
    }
}
