package org.scaena.server.internal;

import java.util.List;
import org.scaena.command.Subscription;
import org.scaena.osc.OscMessage;
import org.scaena.synthdef.RegisteredSynthDef;
import org.scaena.synthdef.Sending;
import org.scaena.synthdef.SynthDefListener;
import org.scaena.synthdef.SynthDefRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the definitions of a running server as the registry says. */
final class RegistryWatch implements SynthDefListener {

    private static final Logger LOG = LoggerFactory.getLogger(RegistryWatch.class);

    private final Life life;
    private final Subscription listening;

    RegistryWatch(SynthDefRegistry registry, Life life) {
        this.life = life;
        this.listening = registry.listen(this);
    }

    @Override
    public void registered(RegisteredSynthDef definition) {
        if (definition.sending() == Sending.ON_DEMAND) {
            return;
        }
        life.whileRunning(
                run -> {
                    List<String> missing = Definitions.send(run.client(), List.of(definition));
                    missing.forEach(name -> LOG.warn("the server refuses definition {}", name));
                });
    }

    @Override
    public void withdrawn(RegisteredSynthDef definition) {
        life.whileRunning(run -> run.session().send(OscMessage.of("/d_free", definition.name())));
    }

    void close() {
        listening.close();
    }
}
