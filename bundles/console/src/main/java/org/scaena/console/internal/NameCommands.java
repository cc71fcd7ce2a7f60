package org.scaena.console.internal;

import java.util.List;
import java.util.stream.Stream;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.annotations.GogoCommand;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.scaena.node.NodeSnapshot;
import org.scaena.synthdef.RegisteredSynthDef;
import org.scaena.synthdef.SynthDefRegistry;

/** What the shell offers when a word is completed; see conf/shell/etc/gosh_profile. */
@Component(service = NameCommands.class)
@GogoCommand(
        scope = "sc",
        function = {"names"})
public final class NameCommands {

    private final Targets targets;
    private final SynthDefRegistry registry;

    /** Names of these servers and definitions. */
    @Activate
    public NameCommands(@Reference Targets targets, @Reference SynthDefRegistry registry) {
        this.targets = targets;
        this.registry = registry;
    }

    /** Lists names. */
    @Descriptor("lists names of servers, defs, nodes, pools or boxes, for completion")
    public List<String> names(
            CommandSession session,
            @Descriptor("servers, defs, nodes, pools or boxes") String kind) {
        return of(session, kind).toList();
    }

    private Stream<String> of(CommandSession session, String kind) {
        return switch (kind) {
            case "servers" -> targets.names();
            case "defs" -> registry.definitions().stream().map(RegisteredSynthDef::name);
            case "nodes" ->
                    targets.server(session)
                            .tree()
                            .nodes()
                            .map(NodeSnapshot::id)
                            .map(Object::toString);
            case "pools" -> Stream.of("buffer", "audio bus", "control bus");
            case "boxes" ->
                    targets.server(session).blackBox().files().stream()
                            .map(file -> file.getFileName().toString());
            default ->
                    throw new IllegalArgumentException(
                            "servers, defs, nodes, pools and boxes have names, not '" + kind + "'");
        };
    }
}
