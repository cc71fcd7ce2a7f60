package org.scaena.console.internal;

import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.annotations.GogoCommand;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
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
        return describer.text(find(name));
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
