package org.scaena.sclang.internal;

import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.scaena.server.Client;
import org.scaena.server.InitHook;
import org.scaena.server.Server;
import org.scaena.server.ServerEvent;
import org.scaena.server.ServerListener;
import org.scaena.server.ServerState;

/** Tells the language what happens to servers; it comes after the other hooks. */
@Component(property = "service.ranking:Integer=1000")
public final class LanguageHook implements InitHook, ServerListener {

    /** Below what a hook may take. */
    private static final int LIMIT_MS = 1_500;

    private final Language language;

    /** A hook for the language. */
    @Activate
    public LanguageHook(@Reference Language language) {
        this.language = language;
    }

    /** Called on a server that runs already when this bundle comes later. */
    @Override
    public void boot(Client client) {
        if (client.server().state() == ServerState.RUNNING) {
            language.connection().runs(client.server());
        }
    }

    @Override
    public void tree(Client client) {
        language.connection()
                .treeFunctions(client.server())
                .ifPresent(begun -> begun.orTimeout(LIMIT_MS, TimeUnit.MILLISECONDS).join());
    }

    @Override
    public void quit(Client client) {
        language.connection().gone(client.server());
    }

    @Override
    public void event(Server server, ServerEvent event) {
        if (event instanceof ServerEvent.Running) {
            language.connection().runs(server);
        } else if (event instanceof ServerEvent.Gone) {
            language.connection().gone(server);
        }
    }
}
