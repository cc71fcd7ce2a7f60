package org.scaena.console.internal;

import java.time.Duration;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.annotations.GogoCommand;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.scaena.node.Group;
import org.scaena.node.Node;
import org.scaena.node.Placement;
import org.scaena.node.Synth;
import org.scaena.server.Client;

/** Nodes, in the console; what it makes belongs to this bundle. */
@Component(service = NodeCommands.class)
@GogoCommand(
        scope = "sc",
        function = {"tree", "synth", "group", "set", "get", "run", "release", "free"})
public final class NodeCommands {

    private final Targets targets;

    /** Commands for the logins of these servers. */
    @Activate
    public NodeCommands(@Reference Targets targets) {
        this.targets = targets;
    }

    /** The tree, as scsynth prints it. */
    @Descriptor("prints the node tree with all controls, as the server has it")
    public String tree(CommandSession session) {
        return targets.server(session).dumpTree().await().stripTrailing();
    }

    /** Makes a synth. */
    @Descriptor("makes a synth in the default group: sc:synth s2 freq 440 amp 0.1")
    public int synth(
            CommandSession session,
            @Descriptor("the definition's name") String defName,
            @Descriptor("controls and their values") String... controls) {
        Synth synth = targets.client(session).synth(defName, ControlWords.values(controls));
        return MomentCommands.isCollecting(session) ? synth.id() : synth.started().await().id();
    }

    /** Makes a group. */
    @Descriptor("makes a group in the default group")
    public int group(CommandSession session) {
        Client client = targets.client(session);
        Group group = client.group(Placement.addToHead(client.defaultGroup()));
        return MomentCommands.isCollecting(session) ? group.id() : group.started().await().id();
    }

    /** Sets controls. */
    @Descriptor("sets controls of a node: sc:set 1000 freq 220")
    public void set(
            CommandSession session,
            @Descriptor("the node id") int node,
            @Descriptor("controls and their values") String... controls) {
        node(session, node).set(ControlWords.values(controls));
    }

    /** Asks for a control. */
    @Descriptor("asks a synth for a control: sc:get 1000 freq")
    public float get(
            CommandSession session,
            @Descriptor("the node id") int node,
            @Descriptor("the control") String control) {
        return synth(session, node).get(control).await();
    }

    /** Pauses a node or lets it go on. */
    @Descriptor("pauses a node, or lets it go on: sc:run 1000 false")
    public void run(
            CommandSession session,
            @Descriptor("the node id") int node,
            @Descriptor("whether it should run") boolean running) {
        node(session, node).run(running);
    }

    /** Lets a synth end by its envelope. */
    @Descriptor("closes a synth's gate, so that it fades as its definition says")
    public void release(CommandSession session, @Descriptor("the node id") int node) {
        synth(session, node).release();
    }

    /** Lets a synth end within a time. */
    @Descriptor("lets a synth fade within a time: sc:release 1000 0.5")
    public void release(
            CommandSession session,
            @Descriptor("the node id") int node,
            @Descriptor("seconds") double seconds) {
        synth(session, node).release(Duration.ofNanos((long) (seconds * 1e9)));
    }

    /** Ends nodes. */
    @Descriptor("ends nodes")
    public void free(CommandSession session, @Descriptor("node ids") int... nodes) {
        for (int node : nodes) {
            node(session, node).free();
        }
    }

    private Node node(CommandSession session, int id) {
        return targets.client(session)
                .node(id)
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "no node " + id + ": sc:tree shows which there are"));
    }

    private Synth synth(CommandSession session, int id) {
        if (node(session, id) instanceof Synth synth) {
            return synth;
        }
        throw new IllegalArgumentException("node " + id + " is a group, not a synth");
    }
}
