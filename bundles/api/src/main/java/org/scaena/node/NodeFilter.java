package org.scaena.node;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * Of which nodes a listener wants to hear; of all if nothing is given, else of those to which
 * everything that is given applies.
 *
 * @param node only this node
 * @param subtree only nodes inside this group, at any depth, when the event happened
 * @param defName only synths of this definition, where it is known
 */
public record NodeFilter(OptionalInt node, OptionalInt subtree, Optional<String> defName) {

    /** All nodes. */
    public static final NodeFilter ALL =
            new NodeFilter(OptionalInt.empty(), OptionalInt.empty(), Optional.empty());

    /** Of those, only this node. */
    public NodeFilter withNode(int id) {
        return new NodeFilter(OptionalInt.of(id), subtree, defName);
    }

    /** Of those, only nodes inside this group, at any depth. */
    public NodeFilter withSubtree(int group) {
        return new NodeFilter(node, OptionalInt.of(group), defName);
    }

    /** Of those, only synths of this definition. */
    public NodeFilter withDefName(String name) {
        return new NodeFilter(node, subtree, Optional.of(name));
    }
}
