package org.scaena.console.internal;

import java.util.stream.Collectors;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.annotations.GogoCommand;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.scaena.synthdef.RegisteredSynthDef;
import org.scaena.synthdef.SynthDef;
import org.scaena.synthdef.SynthDefRegistry;

/** Synth definitions, in the console. */
@Component(service = SynthDefCommands.class)
@GogoCommand(
        scope = "sc",
        function = {"defs", "def"})
public final class SynthDefCommands {

    private final SynthDefRegistry registry;

    /** Commands for this registry. */
    @Activate
    public SynthDefCommands(@Reference SynthDefRegistry registry) {
        this.registry = registry;
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

    /** Shows the controls of a definition. */
    @Descriptor("shows the controls of a synth definition")
    public String def(@Descriptor("its name") String name) {
        SynthDef definition =
                registry.find(name)
                        .map(RegisteredSynthDef::definition)
                        .orElseThrow(
                                () ->
                                        new IllegalArgumentException(
                                                "no definition '" + name + "': sc:defs lists all"));
        Table table = new Table("control", "index", "default");
        for (SynthDef.Parameter parameter : definition.parameters()) {
            table.row(
                    parameter.name(),
                    parameter.index(),
                    parameter.defaults().stream()
                            .map(Object::toString)
                            .collect(Collectors.joining(" ")));
        }
        return table.toString();
    }
}
