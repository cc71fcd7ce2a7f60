package org.scaena.server;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.osgi.annotation.versioning.ProviderType;
import org.scaena.buffer.Buffer;
import org.scaena.buffer.BufferSource;
import org.scaena.bus.AudioBus;
import org.scaena.bus.ControlBus;
import org.scaena.command.CommandSender;
import org.scaena.command.Done;
import org.scaena.command.Reply;
import org.scaena.id.Ids;
import org.scaena.node.ControlValues;
import org.scaena.node.Group;
import org.scaena.node.Node;
import org.scaena.node.Placement;
import org.scaena.node.Synth;
import org.scaena.osc.OscPacket;
import org.scaena.osc.OscTimeTag;
import org.scaena.synthdef.SynthDefRegistration;

/**
 * One login on a running server; a service that exists exactly while the server is usable.
 *
 * <p>Each bundle gets a view of its own: everything taken through it belongs to the bundle and is
 * given back when the bundle stops. Safe for use by several threads; no method blocks, except while
 * the send queue is full.
 *
 * <p>A <em>key</em> names what should be there once, however often it is asked for: if the bundle
 * has a living node, buffer or bus of its kind under that key it is handed over, otherwise one is
 * made.
 */
@ProviderType
public interface Client extends CommandSender {

    /** The server it is logged in on. */
    Server server();

    /** The client id, 0…maxLogins − 1. */
    int id();

    /** The address from which it sends; no two logins share one. */
    InetSocketAddress local();

    /** How many logins the server allows, as it reported. */
    int maxLogins();

    /** The ids of this login. */
    Ids ids();

    /** Group 0. */
    Group rootGroup();

    /** The group in which this login's nodes go unless they are placed elsewhere. */
    Group defaultGroup();

    /** A synth at the head of the default group. */
    default Synth synth(String defName) {
        return synth(defName, ControlValues.NONE);
    }

    /** A synth at the head of the default group. */
    default Synth synth(String defName, ControlValues controls) {
        return synth(defName, controls, Placement.addToHead(defaultGroup()));
    }

    /** A synth. */
    Synth synth(String defName, ControlValues controls, Placement placement);

    /** The synth of this key, made at the head of the default group if there is none. */
    default Synth synth(String key, String defName, ControlValues controls) {
        return synth(key, defName, controls, Placement.addToHead(defaultGroup()));
    }

    /** The synth of this key, made if there is none. */
    Synth synth(String key, String defName, ControlValues controls, Placement placement);

    /** A group. */
    Group group(Placement placement);

    /** The group of this key, made if there is none. */
    Group group(String key, Placement placement);

    /** A group whose nodes may run side by side, where the server can do that. */
    Group parallelGroup(Placement placement);

    /** The parallel group of this key, made if there is none. */
    Group parallelGroup(String key, Placement placement);

    /** The living synth or group of this id, whoever made it, if it is in the tree as known. */
    Optional<Node> node(int id);

    /** A buffer; {@link Buffer#ready} completes when it has its contents. */
    Buffer buffer(BufferSource source);

    /**
     * A buffer, and a completion message for it.
     *
     * @param completion makes what the server runs as soon as the buffer has its contents, before
     *     {@link Buffer#ready} completes
     */
    Buffer buffer(BufferSource source, Function<? super Buffer, ? extends OscPacket> completion);

    /** The buffer of this key, made if there is none; a living one keeps its contents. */
    Buffer buffer(String key, BufferSource source);

    /** Audio buses of our own. */
    AudioBus audioBus(int numChannels);

    /** The audio buses of this key, taken if there are none. */
    AudioBus audioBus(String key, int numChannels);

    /** Control buses of our own, with the value 0. */
    ControlBus controlBus(int numChannels);

    /** The control buses of this key, taken if there are none. */
    ControlBus controlBus(String key, int numChannels);

    /** All hardware outputs. */
    AudioBus outputBus();

    /** All hardware inputs. */
    AudioBus inputBus();

    /**
     * Registers the definitions of a {@code .scsyndef} file for this bundle and sends them;
     * completes when the server is proved to have them.
     *
     * <p>They replace what it sent under these names before, come back after every restart, and go
     * when the registration is closed or the bundle stops.
     *
     * <p>Fails with a {@link org.scaena.synthdef.SynthDefRefusedException} if the server does not
     * accept one of them, and then none is kept.
     */
    Reply<SynthDefRegistration> sendSynthDef(byte[] file);

    /**
     * As {@link #sendSynthDef}, with a file that lies below one of the configured roots.
     *
     * @param file its path; a relative one is looked for in the roots
     */
    Reply<SynthDefRegistration> loadSynthDef(Path file);

    /** As {@link #loadSynthDef}, with every {@code .scsyndef} file of a folder and those in it. */
    Reply<SynthDefRegistration> loadSynthDefs(Path folder);

    /** Completes when the server has a registered definition, also one that is sent on demand. */
    Reply<Done> requireSynthDef(String name);

    /** Completes once every asynchronous command sent before it is done. */
    Reply<Done> sync();

    /**
     * Ends what is in the default group, clears the schedule, makes the group again and runs the
     * tree hooks.
     *
     * <p>The schedule is the server's: bundles of other clients are forgotten, too.
     */
    Reply<Done> freeAll();

    /**
     * Does several things at one moment: everything the calling thread sends to this login inside
     * the block, by whatever object, leaves as one bundle with this time tag at its end.
     *
     * <p>If the block throws, nothing is sent and all replies asked for inside fail. Replies
     * complete after that moment, so awaiting one inside the block can only time out. A block
     * inside a block is a bundle of its own, sent or dropped with the outer one. What exceeds a
     * datagram is divided into bundles of the same time, in order.
     *
     * @param time when the server should do it
     * @param commands what to send
     */
    void at(OscTimeTag time, Runnable commands);

    /**
     * As {@link #at(OscTimeTag, Runnable)}, some time from now.
     *
     * @param latency zero or more; 0.2 s is usual
     */
    default void at(Duration latency, Runnable commands) {
        at(OscTimeTag.of(Instant.now().plus(latency)), commands);
    }

    /** As {@link #at(OscTimeTag, Runnable)}, at once: the server does it within one period. */
    default void bundle(Runnable commands) {
        at(OscTimeTag.IMMEDIATELY, commands);
    }
}
