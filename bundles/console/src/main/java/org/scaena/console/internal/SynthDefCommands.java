package org.scaena.console.internal;

import java.util.List;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.annotations.GogoCommand;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.scaena.server.Server;
import org.scaena.synthdef.RegisteredSynthDef;
import org.scaena.synthdef.SynthDef;
import org.scaena.synthdef.SynthDefDescriber;
import org.scaena.synthdef.SynthDefRegistry;

/** Synth definitions, in the console. */
@Component(service = SynthDefCommands.class)
@GogoCommand(
        scope = "sc",
        function = {"defs", "def", "defdot"})
public final class SynthDefCommands {

    private final SynthDefRegistry registry;
    private final SynthDefDescriber describer;

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    private volatile List<Server> servers = List.of();

    /** Commands for this registry. */
    @Activate
    public SynthDefCommands(
            @Reference SynthDefRegistry registry, @Reference SynthDefDescriber describer) {
        this.registry = registry;
        this.describer = describer;
    }

    /** Lists the definitions. */
    @Descriptor("lists the synth definitions")
    public String defs() {
        Table table = new Table("definition", "controls", "units", "owner");
        for (RegisteredSynthDef registered : registry.definitions()) {
            SynthDef definition = registered.definition();
            table.row(
                    definition.name(),
                    definition.parameters().size(),
                    definition.ugens().size(),
                    registered.owner());
        }
        return table.toString();
    }

    /** Describes a definition. */
    @Descriptor("describes a synth definition: controls, buses, how it ends, its graph")
    public String def(@Descriptor("its name") String name) {
        StringBuilder text = new StringBuilder(describer.text(find(name)));
        for (Server server : servers) {
            String why = server.refusedSynthDefs().get(name);
            if (why != null) {
                text.append("not on server ").append(server.name()).append(": ").append(why);
            }
        }
        return text.toString();
    }

    /** Draws a definition. */
    @Descriptor("draws a synth definition in the language of Graphviz; dot -Tsvg makes a picture")
    public String defdot(@Descriptor("its name") String name) {
        return describer.dot(find(name));
    }

    private SynthDef find(String name) {
        return registry.find(name)
                .map(RegisteredSynthDef::definition)
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "no definition '" + name + "': sc:defs lists all"));
    }
}
