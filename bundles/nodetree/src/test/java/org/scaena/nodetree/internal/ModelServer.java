package org.scaena.nodetree.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.scaena.catalogue.TreeReply;
import org.scaena.command.Command;
import org.scaena.command.CommandFailedException;
import org.scaena.command.CommandSender;
import org.scaena.command.Reply;
import org.scaena.node.AddAction;
import org.scaena.node.GroupSnapshot;
import org.scaena.node.NodeState;
import org.scaena.osc.OscMessage;
import org.scaena.osc.OscPacket;

/**
 * A naive scsynth: a tree of lists, with the limits, the order and the silences of the real one.
 *
 * <p>Nothing happens by itself: commands wait for {@link #serve}, what they cause for {@link
 * #endOfBlock}, which sends notifications first and replies behind them, and the wire for {@link
 * #deliver}.
 */
final class ModelServer implements CommandSender {

    private static final int MOST_NOTIFICATIONS = 1023;
    private static final int LARGEST_DATAGRAM = 65_507;
    private static final int LARGEST_REPLY = 65_516;

    final ModelNode root = new ModelNode(0, null);
    final Map<Integer, ModelNode> nodes = new TreeMap<>(Map.of(0, root));
    BooleanSupplier loses = () -> false;
    int asked;

    private final Deque<Runnable> commands = new ArrayDeque<>();
    private final List<OscMessage> notifications = new ArrayList<>();
    private final List<Runnable> replies = new ArrayList<>();
    private final Deque<Object> wire = new ArrayDeque<>();
    private int lastOwnId = -8;

    @Override
    public void send(OscPacket packet) {
        throw new UnsupportedOperationException("nothing is sent without a question");
    }

    @Override
    public <R> Reply<R> request(Command<R> command) {
        asked++;
        Reply<R> reply = new Reply<>(command.name());
        commands.add(() -> run(command, reply));
        return reply;
    }

    void serve() {
        for (Runnable command = commands.poll(); command != null; command = commands.poll()) {
            command.run();
        }
    }

    void endOfBlock() {
        notifications.stream()
                .limit(MOST_NOTIFICATIONS)
                .filter(message -> !loses.getAsBoolean())
                .forEach(wire::add);
        notifications.clear();
        wire.addAll(replies);
        replies.clear();
    }

    void deliver(Consumer<OscMessage> client) {
        for (Object next = wire.poll(); next != null; next = wire.poll()) {
            if (next instanceof OscMessage message) {
                client.accept(message);
            } else {
                ((Runnable) next).run();
            }
        }
    }

    /** Goes on until nobody asks any more. */
    void settle(Consumer<OscMessage> client) {
        do {
            serve();
            endOfBlock();
            deliver(client);
        } while (!commands.isEmpty());
    }

    private <R> void run(Command<R> command, Reply<R> reply) {
        OscMessage message = command.message();
        try {
            if (message.address().equals("/g_queryTree")) {
                OscMessage answer = tree(message.intAt(0), message.intAt(1) == 1);
                if (size(answer) <= LARGEST_DATAGRAM) {
                    replies.add(() -> reply.complete(command.decoder().apply(answer)));
                }
            } else if (message.address().equals("/status")) {
                OscMessage counts =
                        OscMessage.of("/status.reply", 1, 0, synths(), groups(), 0, 0f, 0f, 0d, 0d);
                replies.add(() -> reply.complete(command.decoder().apply(counts)));
            } else {
                query(message);
                replies.add(() -> reply.complete(command.decoder().apply(message)));
            }
        } catch (CommandFailedException failure) {
            replies.add(() -> reply.completeExceptionally(failure));
        }
    }

    private OscMessage tree(int id, boolean controls) {
        ModelNode group = nodes.get(id);
        if (group == null || !group.isGroup()) {
            throw new CommandFailedException("/g_queryTree", "Group " + id + " not found");
        }
        List<Object> arguments = new ArrayList<>();
        arguments.add(controls ? 1 : 0);
        group.describe(arguments, controls);
        OscMessage answer = new OscMessage("/g_queryTree.reply", arguments);
        if (size(answer) > LARGEST_REPLY) {
            throw new CommandFailedException("/g_queryTree", "buffer overflow");
        }
        return answer;
    }

    private static int size(OscMessage message) {
        int size = padded(message.address().length()) + padded(message.size() + 1);
        for (Object argument : message.arguments()) {
            size += argument instanceof String text ? padded(text.length()) : 4;
        }
        return size;
    }

    private static int padded(int length) {
        return (length + 4) & ~3;
    }

    private void query(OscMessage message) {
        for (int i = 0; i < message.size(); i++) {
            String path = message.arguments().get(i) instanceof String text ? text : "";
            int id = message.intAt(path.isEmpty() ? i : ++i);
            ModelNode node = nodes.get(id);
            if (node != null) {
                node = path.isEmpty() ? node : node.sibling(path.length());
            }
            if (node == null) {
                throw new CommandFailedException("/n_query", "Node " + id + " not found");
            }
            notifications.add(node.notification("/n_info"));
        }
    }

    /** The whole tree without any limit. */
    GroupSnapshot truth() {
        List<Object> arguments = new ArrayList<>(List.of(1));
        root.describe(arguments, true);
        return TreeReply.read(
                new OscMessage("/g_queryTree.reply", arguments), id -> NodeState.PLAYING);
    }

    int groups() {
        return (int) nodes.values().stream().filter(ModelNode::isGroup).count();
    }

    int synths() {
        return nodes.size() - groups();
    }

    /** {@code /s_new} or, without a definition, {@code /g_new}; id −1 is the server's choice. */
    void make(int id, @Nullable String defName, AddAction action, ModelNode target) {
        ModelNode node = new ModelNode(id == -1 ? lastOwnId -= 8 : id, defName);
        place(node, action, target);
        if (action == AddAction.ADD_REPLACE) {
            free(target, false);
        }
        nodes.put(node.id, node);
        tell("/n_go", node);
    }

    void move(ModelNode node, AddAction action, ModelNode target) {
        node.leave();
        place(node, action, target);
        tell("/n_move", node);
    }

    private static void place(ModelNode node, AddAction action, ModelNode target) {
        ModelNode group = target.parent;
        switch (action) {
            case ADD_TO_HEAD -> node.enter(target, 0);
            case ADD_TO_TAIL -> node.enter(target, target.children.size());
            case ADD_BEFORE, ADD_REPLACE -> node.enter(group, target.index());
            case ADD_AFTER -> node.enter(group, target.index() + 1);
        }
    }

    void free(ModelNode node, boolean aloud) {
        freeAll(node);
        if (aloud) {
            tell("/n_end", node);
        }
        node.leave();
        nodes.remove(node.id);
    }

    /** The content ends with its group, and so without a place. */
    void freeAll(ModelNode group) {
        List<ModelNode> children = List.copyOf(group.children);
        children.forEach(ModelNode::leave);
        children.forEach(child -> free(child, true));
    }

    void run(ModelNode node, boolean running) {
        if (node.running != running) {
            node.running = running;
            tell(running ? "/n_on" : "/n_off", node);
        }
    }

    /** {@code /s_noid}. */
    void takeId(ModelNode synth) {
        nodes.remove(synth.id);
        synth.id = lastOwnId -= 8;
        nodes.put(synth.id, synth);
    }

    private void tell(String address, ModelNode node) {
        if (node.id >= 0) {
            notifications.add(node.notification(address));
        }
    }
}
