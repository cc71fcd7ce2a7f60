package org.scaena.server.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.scaena.catalogue.GroupCommands;
import org.scaena.catalogue.NodeCommands;
import org.scaena.catalogue.ServerCommands;
import org.scaena.catalogue.ServerCommands.ErrorMode;
import org.scaena.catalogue.SynthCommands;
import org.scaena.command.Command;
import org.scaena.command.Reply;
import org.scaena.command.Subscription;
import org.scaena.id.NodeIds;
import org.scaena.node.AddAction;
import org.scaena.node.ControlValues;
import org.scaena.node.GroupSnapshot;
import org.scaena.node.NodeSnapshot;
import org.scaena.node.NodeTree;
import org.scaena.node.Placement;
import org.scaena.node.SynthSnapshot;
import org.scaena.node.TreeDetail;
import org.scaena.osc.OscBundle;
import org.scaena.osc.OscMessage;
import org.scaena.osc.OscPacket;
import org.scaena.osc.OscTimeTag;

/** One question of {@link DefinitionProof}, from its asking to its answer. */
final class DefinitionInquiry implements AutoCloseable {

    private static final int ANY_ID = -1;

    private final List<String> names;
    private final NodeIds ids;
    private final int group;
    private final Subscription hidden;
    private @Nullable Reply<GroupSnapshot> reply;

    /** Nothing is asked yet. */
    DefinitionInquiry(List<String> names, NodeIds ids, NodeTree tree) {
        this.names = names;
        this.ids = ids;
        this.group = ids.allocatePermanent(Owners.HOST);
        this.hidden = tree.hide(group);
    }

    /** Asks now. */
    void ask(Session session) {
        session.at(
                OscTimeTag.IMMEDIATELY,
                () -> {
                    making().forEach(session::send);
                    reply = session.request(question());
                    session.send(leaving());
                });
    }

    /**
     * Asks once a command is done.
     *
     * @param command which brings {@link #completion()} along
     */
    void askAfter(OscMessage command, Session session) {
        Command<GroupSnapshot> question = question();
        reply =
                session.request(
                        new Command<>(
                                command,
                                question.replyKey(),
                                question.decoder(),
                                question.silence()));
    }

    /** The question, as a completion message. */
    OscPacket completion() {
        List<OscPacket> all = new ArrayList<>(making());
        all.add(question().message());
        all.add(leaving());
        return new OscBundle(OscTimeTag.IMMEDIATELY, all);
    }

    private List<OscMessage> making() {
        List<OscMessage> making = new ArrayList<>();
        making.add(ServerCommands.error(ErrorMode.OFF_IN_BUNDLE).message());
        making.add(GroupCommands.create(group, new Placement(AddAction.ADD_TO_TAIL, 0)).message());
        Placement inside = new Placement(AddAction.ADD_TO_TAIL, group);
        for (String name : names) {
            making.add(SynthCommands.create(name, ANY_ID, inside, ControlValues.NONE).message());
        }
        making.add(ServerCommands.error(ErrorMode.ON_IN_BUNDLE).message());
        return making;
    }

    private Command<GroupSnapshot> question() {
        return GroupCommands.queryTree(group, TreeDetail.WITHOUT_CONTROLS);
    }

    private OscMessage leaving() {
        return NodeCommands.free(group).message();
    }

    /** What comes of it. */
    Reply<GroupSnapshot> reply() {
        Reply<GroupSnapshot> asked = reply;
        if (asked == null) {
            throw new IllegalStateException("nothing was asked");
        }
        return asked;
    }

    /** Those of the names that have a definition; blocks until that is known. */
    Set<String> present() {
        Set<String> present = new HashSet<>();
        for (NodeSnapshot node : reply().await().children()) {
            if (node instanceof SynthSnapshot synth) {
                synth.defName().ifPresent(present::add);
            }
        }
        return present;
    }

    /** Gives the group's id back; an answer is not awaited any more. */
    @Override
    public void close() {
        if (reply != null) {
            reply.cancel(false);
        }
        hidden.close();
        ids.free(group);
    }
}
