package org.scaena.nodetree.internal;

import java.util.List;
import java.util.Random;
import org.scaena.node.AddAction;

/** Clients that make, move, pause and free nodes at random. */
final class Weather {

    private static final int MOST_NODES = 60;

    private final ModelServer server;
    private final Random random;
    private final boolean silences;
    private int nextId = 1000;

    /**
     * @param silences whether also things are done of which the server tells nothing
     */
    Weather(ModelServer server, Random random, boolean silences) {
        this.server = server;
        this.random = random;
        this.silences = silences;
    }

    void blow() {
        ModelNode node = any();
        int choice = random.nextInt(server.nodes.size() < MOST_NODES ? 100 : 60);
        if (choice < 20) {
            if (node != server.root) {
                server.free(node, true);
            }
        } else if (choice < 24) {
            if (node != server.root && node.isGroup()) {
                server.freeAll(node);
            }
        } else if (choice < 45) {
            move(node);
        } else if (choice < 55) {
            server.run(node, random.nextBoolean());
        } else if (choice < 60) {
            if (silences && !node.isGroup() && node.id > 0) {
                server.takeId(node);
            }
        } else {
            make(node);
        }
    }

    private ModelNode any() {
        List<ModelNode> all = List.copyOf(server.nodes.values());
        return all.get(random.nextInt(all.size()));
    }

    private void make(ModelNode target) {
        AddAction action = AddAction.values()[random.nextInt(silences ? 5 : 4)];
        if (isPossible(action, target)) {
            boolean nameless = silences && random.nextInt(8) == 0;
            boolean group = !nameless && random.nextInt(3) == 0;
            int id = nameless ? -1 : nextId++;
            server.make(id, group ? null : "def" + random.nextInt(3), action, target);
        }
    }

    private void move(ModelNode node) {
        ModelNode target = any();
        AddAction action = AddAction.values()[random.nextInt(4)];
        if (node != server.root && !target.isWithin(node) && isPossible(action, target)) {
            server.move(node, action, target);
        }
    }

    private boolean isPossible(AddAction action, ModelNode target) {
        boolean inside = action == AddAction.ADD_TO_HEAD || action == AddAction.ADD_TO_TAIL;
        return inside ? target.isGroup() : target != server.root;
    }
}
