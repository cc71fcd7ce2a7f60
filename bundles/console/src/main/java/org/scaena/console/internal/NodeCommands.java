package org.scaena.console.internal;

import java.util.ArrayList;
import java.util.List;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.Parameter;
import org.apache.felix.service.command.annotations.GogoCommand;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.scaena.node.ControlValue;
import org.scaena.node.ControlValues;
import org.scaena.node.Placement;
import org.scaena.osc.OscMessage;
import org.scaena.server.Client;

/** Nodes, in the console; every command goes through the console's own client. */
@Component(service = NodeCommands.class)
@GogoCommand(
        scope = "sc",
        function = {"tree", "synth", "group", "set", "run", "free", "freeall", "blip"})
public final class NodeCommands {

    @Reference private volatile List<Client> clients = List.of();

    private Client client(String server) {
        return Chosen.of(clients, client -> client.server().name(), server);
    }

    /** The tree, as scsynth prints it. */
    @Descriptor("prints the node tree with all controls, as the server has it")
    public String tree(
            @Descriptor(ServerCommands.SERVER)
                    @Parameter(
                            names = {"-s", "--server"},
                            absentValue = "")
                    String server) {
        return client(server).server().queryTree().await().dump().stripTrailing();
    }

    /** Makes a synth. */
    @Descriptor("makes a synth in the default group: sc:synth s2 freq 440 amp 0.1")
    public int synth(
            @Descriptor(ServerCommands.SERVER)
                    @Parameter(
                            names = {"-s", "--server"},
                            absentValue = "")
                    String server,
            @Descriptor("the definition's name") String defName,
            @Descriptor("controls and their values") String... controls) {
        return client(server).synth(defName, controls(controls)).started().await().id();
    }

    /** Makes a group. */
    @Descriptor("makes a group in the default group")
    public int group(
            @Descriptor(ServerCommands.SERVER)
                    @Parameter(
                            names = {"-s", "--server"},
                            absentValue = "")
                    String server) {
        Client client = client(server);
        return client.group(Placement.addToHead(client.defaultGroup())).started().await().id();
    }

    /** Sets controls. */
    @Descriptor("sets controls of a node: sc:set 1000 freq 220")
    public void set(
            @Descriptor(ServerCommands.SERVER)
                    @Parameter(
                            names = {"-s", "--server"},
                            absentValue = "")
                    String server,
            @Descriptor("the node id") int node,
            @Descriptor("controls and their values") String... controls) {
        List<Object> arguments = new ArrayList<>(List.of(node));
        for (ControlValues.Setting setting : controls(controls).settings()) {
            arguments.add(setting.control());
            arguments.add(((ControlValue.Constant) setting.value()).value());
        }
        client(server).send(new OscMessage("/n_set", arguments));
    }

    /** Pauses a node or lets it go on. */
    @Descriptor("pauses a node, or lets it go on: sc:run 1000 false")
    public void run(
            @Descriptor(ServerCommands.SERVER)
                    @Parameter(
                            names = {"-s", "--server"},
                            absentValue = "")
                    String server,
            @Descriptor("the node id") int node,
            @Descriptor("whether it should run") boolean running) {
        client(server).send(OscMessage.of("/n_run", node, running ? 1 : 0));
    }

    /** Ends a node. */
    @Descriptor("ends a node")
    public void free(
            @Descriptor(ServerCommands.SERVER)
                    @Parameter(
                            names = {"-s", "--server"},
                            absentValue = "")
                    String server,
            @Descriptor("the node id") int node) {
        client(server).send(OscMessage.of("/n_free", node));
    }

    /** Ends all nodes of all clients. */
    @Descriptor("ends all nodes and makes the default groups again")
    public void freeall(
            @Descriptor(ServerCommands.SERVER)
                    @Parameter(
                            names = {"-s", "--server"},
                            absentValue = "")
                    String server) {
        client(server).server().freeAll().await();
    }

    /** Plays the startup sound. */
    @Descriptor("plays the startup sound")
    public void blip(
            @Descriptor(ServerCommands.SERVER)
                    @Parameter(
                            names = {"-s", "--server"},
                            absentValue = "")
                    String server) {
        client(server).server().blip();
    }

    private static ControlValues controls(String... pairs) {
        if (pairs.length % 2 != 0) {
            throw new IllegalArgumentException(
                    "each control needs a value: '" + pairs[pairs.length - 1] + "' has none");
        }
        ControlValues values = ControlValues.NONE;
        for (int i = 0; i < pairs.length; i += 2) {
            values = values.set(pairs[i], number(pairs[i], pairs[i + 1]));
        }
        return values;
    }

    private static double number(String control, String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException noNumber) {
            throw new IllegalArgumentException(
                    "the value of " + control + " must be a number, not '" + text + "'", noNumber);
        }
    }
}
