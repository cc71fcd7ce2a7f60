package org.scaena.server.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.scaena.buffer.BufferInfo;
import org.scaena.catalogue.BufferCommands;
import org.scaena.catalogue.BufferFileCommands;
import org.scaena.catalogue.ControlBusCommands;
import org.scaena.catalogue.GroupCommands;
import org.scaena.catalogue.NodeCommands;
import org.scaena.catalogue.SynthDefCommands;
import org.scaena.ledger.BufferEntry;
import org.scaena.ledger.BusEntry;
import org.scaena.node.AddAction;
import org.scaena.node.ControlReading;
import org.scaena.node.ControlValue;
import org.scaena.node.GroupSnapshot;
import org.scaena.node.NodeSnapshot;
import org.scaena.node.NodeState;
import org.scaena.node.Placement;
import org.scaena.node.SynthSnapshot;
import org.scaena.osc.OscMessage;
import org.scaena.synthdef.RegisteredSynthDef;

/**
 * What a server had at one moment, as far as it is known here: how a score may begin.
 *
 * @param since from when on what is sent comes after it, as {@link System#nanoTime} counts
 * @param definitions those that it had from the registry
 * @param buffers all that were made here
 * @param origins where those of them with keys came from
 * @param buses those with keys
 * @param tree its nodes, with what their controls were set to
 */
record Opening(
        long since,
        List<RegisteredSynthDef> definitions,
        List<BufferInfo> buffers,
        List<BufferEntry> origins,
        List<BusEntry> buses,
        GroupSnapshot tree) {

    /** A server that has just been started has nothing. */
    static Opening ofNothing(long since) {
        return new Opening(
                since,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new GroupSnapshot(0, NodeState.PLAYING, List.of()));
    }

    /** What makes a new server have the same. */
    List<OscMessage> messages() {
        List<OscMessage> messages = new ArrayList<>();
        for (RegisteredSynthDef definition : definitions) {
            if (definition.bytes().size() <= DefinitionTransfer.DATAGRAM_BYTES) {
                messages.add(SynthDefCommands.receive(definition.bytes()).message());
            }
        }
        for (BufferInfo buffer : buffers) {
            if (buffer.isAllocated()) {
                messages.add(buffer(buffer));
            }
        }
        for (BusEntry bus : buses) {
            float[] values = new float[bus.values().size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = bus.values().get(i);
            }
            if (values.length > 0) {
                messages.add(ControlBusCommands.setRange(bus.channels().first(), values).message());
            }
        }
        addNodes(messages);
        return messages;
    }

    /** From its file, where there is one; else silence of the same size. */
    private OscMessage buffer(BufferInfo buffer) {
        return origins.stream()
                .filter(origin -> origin.number() == buffer.number())
                .filter(origin -> origin.contents() != BufferEntry.Contents.CUED_FILE)
                .filter(origin -> origin.file().isPresent())
                .findFirst()
                .map(
                        origin ->
                                BufferFileCommands.allocRead(
                                        buffer.number(), BufferOrigin.of(origin).part()))
                .orElseGet(
                        () ->
                                BufferCommands.alloc(
                                        buffer.number(), buffer.numFrames(), buffer.numChannels()))
                .message();
    }

    /** Group by group, as they may nest deeper than any stack. */
    private void addNodes(List<OscMessage> messages) {
        List<OscMessage> pauses = new ArrayList<>();
        Deque<GroupSnapshot> groups = new ArrayDeque<>(List.of(tree));
        while (!groups.isEmpty()) {
            GroupSnapshot group = groups.remove();
            for (NodeSnapshot node : group.children()) {
                if (node instanceof GroupSnapshot inner) {
                    Placement tail = new Placement(AddAction.ADD_TO_TAIL, group.id());
                    messages.add(GroupCommands.create(inner.id(), tail).message());
                    groups.add(inner);
                } else if (node instanceof SynthSnapshot synth) {
                    synth.defName().ifPresent(name -> messages.add(synth(synth, name, group.id())));
                }
                if (node.state() == NodeState.PAUSED) {
                    pauses.add(NodeCommands.pause(node.id()).message());
                }
            }
        }
        messages.addAll(pauses);
    }

    /** An id of the server's own choice is of no use to anybody. */
    private static OscMessage synth(SynthSnapshot synth, String defName, int group) {
        List<Object> arguments = new ArrayList<>();
        arguments.add(defName);
        arguments.add(Math.max(synth.id(), NodeNumbers.LAST_MADE));
        arguments.add(AddAction.ADD_TO_TAIL.number());
        arguments.add(group);
        for (ControlReading control : synth.controls()) {
            arguments.add(
                    control.name().matches("\\d{1,9}")
                            ? (Object) Integer.valueOf(control.name())
                            : control.name());
            arguments.add(value(control.value()));
        }
        return new OscMessage("/s_new", arguments);
    }

    private static Object value(ControlValue value) {
        if (value instanceof ControlValue.Constant constant) {
            return constant.value();
        }
        return value instanceof ControlValue.Array array
                ? array.values().stream().map(Opening::value).toList()
                : value.toString();
    }
}
