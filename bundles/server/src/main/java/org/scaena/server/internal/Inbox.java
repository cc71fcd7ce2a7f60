package org.scaena.server.internal;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.scaena.node.NodeTree;
import org.scaena.osc.OscMessage;
import org.scaena.server.ServerEvent;

/** Hands on what comes from a server: to the tree, to listeners, and failures nobody awaits. */
final class Inbox implements Incoming {

    private final Plugins plugins;
    private final CommandCheck check;
    private final Runnable gone;
    private final Consumer<OscMessage> reports;
    private volatile @Nullable NodeTree tree;

    /**
     * An inbox of one run of a server.
     *
     * @param check hears what has become of nodes, too
     * @param gone called when the server's port is closed
     * @param reports hears everything, too
     */
    Inbox(Plugins plugins, CommandCheck check, Runnable gone, Consumer<OscMessage> reports) {
        this.plugins = plugins;
        this.check = check;
        this.gone = gone;
        this.reports = reports;
    }

    void attach(NodeTree mirror) {
        tree = mirror;
        check.follow(mirror);
    }

    @Override
    public void message(OscMessage message, boolean answered) {
        NodeTree mirror = tree;
        if (mirror != null) {
            mirror.notified(message);
        }
        check.heard(message);
        reports.accept(message);
        plugins.oscListeners().message(message);
        if (!answered && message.address().equals("/fail") && message.size() >= 2) {
            plugins.event(
                    new ServerEvent.Failure(message.stringAt(0), message.stringAt(1).strip()));
        }
    }

    @Override
    public void peerGone(String why) {
        gone.run();
    }

    @Override
    public void rejoined() {
        NodeTree mirror = tree;
        if (mirror != null) {
            mirror.refresh();
        }
    }
}
