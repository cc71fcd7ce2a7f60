package org.scaena.server.internal;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.scaena.buffer.Buffer;
import org.scaena.buffer.BufferSource;
import org.scaena.bus.AudioBus;
import org.scaena.bus.ControlBus;
import org.scaena.command.Command;
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
import org.scaena.server.Client;
import org.scaena.server.Server;
import org.scaena.synthdef.SynthDefRegistration;

/** A client as one bundle sees it: what it takes belongs to that bundle. */
final class ClientView implements Client {

    private final LiveClient client;
    private final String owner;

    ClientView(LiveClient client, String owner) {
        this.client = client;
        this.owner = owner;
    }

    @Override
    public Server server() {
        return client.server();
    }

    @Override
    public int id() {
        return client.login().clientId();
    }

    @Override
    public InetSocketAddress local() {
        return client.session().link().local();
    }

    @Override
    public int maxLogins() {
        return client.login().maxLogins();
    }

    @Override
    public Ids ids() {
        return new OwnIds(client.ids(), owner, client.looseIds());
    }

    @Override
    public Group rootGroup() {
        return client.rootGroup();
    }

    @Override
    public Group defaultGroup() {
        return client.defaultGroup();
    }

    @Override
    public Synth synth(String defName, ControlValues controls, Placement placement) {
        return client.nodes().synth(owner, Optional.empty(), defName, controls, placement);
    }

    @Override
    public Synth synth(String key, String defName, ControlValues controls, Placement placement) {
        return client.nodes()
                .keyed(
                        owner,
                        key,
                        LiveSynth.class,
                        () ->
                                client.nodes()
                                        .synth(
                                                owner,
                                                Optional.of(key),
                                                defName,
                                                controls,
                                                placement));
    }

    @Override
    public Group group(Placement placement) {
        return group(Optional.empty(), LiveGroup.Kind.ORDINARY, placement);
    }

    @Override
    public Group group(String key, Placement placement) {
        return keyed(key, LiveGroup.Kind.ORDINARY, placement);
    }

    @Override
    public Group parallelGroup(Placement placement) {
        return group(Optional.empty(), LiveGroup.Kind.PARALLEL, placement);
    }

    @Override
    public Group parallelGroup(String key, Placement placement) {
        return keyed(key, LiveGroup.Kind.PARALLEL, placement);
    }

    private LiveGroup group(Optional<String> key, LiveGroup.Kind kind, Placement placement) {
        return client.nodes().group(owner, key, kind, placement);
    }

    private LiveGroup keyed(String key, LiveGroup.Kind kind, Placement placement) {
        return client.nodes()
                .keyed(owner, key, LiveGroup.class, () -> group(Optional.of(key), kind, placement));
    }

    @Override
    public Optional<Node> node(int id) {
        return client.nodes().node(id);
    }

    @Override
    public Buffer buffer(BufferSource source) {
        return client.buffers().make(owner, source);
    }

    @Override
    public Buffer buffer(
            BufferSource source, Function<? super Buffer, ? extends OscPacket> completion) {
        return client.buffers().make(owner, source, completion);
    }

    @Override
    public Buffer buffer(String key, BufferSource source) {
        return client.buffers().keyed(owner, key, source);
    }

    @Override
    public AudioBus audioBus(int numChannels) {
        return client.buses().audio(owner, Optional.empty(), numChannels);
    }

    @Override
    public AudioBus audioBus(String key, int numChannels) {
        return client.buses().keyedAudio(owner, key, numChannels);
    }

    @Override
    public ControlBus controlBus(int numChannels) {
        return client.buses().control(owner, Optional.empty(), numChannels);
    }

    @Override
    public ControlBus controlBus(String key, int numChannels) {
        return client.buses().keyedControl(owner, key, numChannels);
    }

    @Override
    public AudioBus outputBus() {
        return client.buses().outputs();
    }

    @Override
    public AudioBus inputBus() {
        return client.buses().inputs();
    }

    @Override
    public Reply<Done> sync() {
        return client.session().sync();
    }

    @Override
    public Reply<Done> freeAll() {
        return client.server().life().whileUp().freeAll(client);
    }

    @Override
    public void at(OscTimeTag time, Runnable commands) {
        client.session().at(time, commands);
    }

    @Override
    public void send(OscPacket packet) {
        client.session().send(packet);
    }

    @Override
    public <R> Reply<R> request(Command<R> command) {
        return client.session().request(command);
    }

    @Override
    public Reply<SynthDefRegistration> sendSynthDef(byte[] file) {
        return definitions().add(owner, registry -> registry.register(file, owner, "sendSynthDef"));
    }

    @Override
    public Reply<SynthDefRegistration> loadSynthDef(Path file) {
        return definitions().add(owner, registry -> registry.registerFile(file, owner));
    }

    @Override
    public Reply<SynthDefRegistration> loadSynthDefs(Path folder) {
        return definitions().add(owner, registry -> registry.registerFolder(folder, owner));
    }

    @Override
    public Reply<Done> requireSynthDef(String name) {
        return definitions().require(name);
    }

    private Definitions definitions() {
        return client.server().life().definitions();
    }
}
