package org.scaena.server.internal;

import java.util.Optional;
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
import org.scaena.server.Client;
import org.scaena.server.Server;

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
    public int maxLogins() {
        return client.login().maxLogins();
    }

    @Override
    public Ids ids() {
        return client.ids();
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
        return client.synth(owner, Optional.empty(), defName, controls, placement);
    }

    @Override
    public Synth synth(String key, String defName, ControlValues controls, Placement placement) {
        Optional<LiveNode> living = client.keyed(owner, key);
        if (living.isPresent()) {
            if (living.get() instanceof LiveSynth synth) {
                return synth;
            }
            throw new IllegalArgumentException("'" + key + "' is the key of a group already");
        }
        return client.synth(owner, Optional.of(key), defName, controls, placement);
    }

    @Override
    public Group group(Placement placement) {
        return client.group(owner, Optional.empty(), placement);
    }

    @Override
    public Group group(String key, Placement placement) {
        Optional<LiveNode> living = client.keyed(owner, key);
        if (living.isPresent()) {
            if (living.get() instanceof LiveGroup group) {
                return group;
            }
            throw new IllegalArgumentException("'" + key + "' is the key of a synth already");
        }
        return client.group(owner, Optional.of(key), placement);
    }

    @Override
    public Optional<Node> node(int id) {
        return client.node(id);
    }

    @Override
    public Reply<Done> sync() {
        return client.session().sync();
    }

    @Override
    public void send(OscPacket packet) {
        client.session().send(packet);
    }

    @Override
    public <R> Reply<R> request(Command<R> command) {
        return client.session().request(command);
    }
}
