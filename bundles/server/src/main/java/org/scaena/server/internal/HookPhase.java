package org.scaena.server.internal;

import java.util.Locale;
import org.scaena.server.Client;
import org.scaena.server.InitHook;

/** What an init hook is called for. */
enum HookPhase {
    BOOT,
    TREE,
    QUIT;

    void call(InitHook hook, Client client) {
        switch (this) {
            case BOOT -> hook.boot(client);
            case TREE -> hook.tree(client);
            case QUIT -> hook.quit(client);
        }
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
