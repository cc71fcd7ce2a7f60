package org.scaena.server.internal;

import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;

/** When the host's login is a service: components are called within a limit; life thread only. */
final class Publication {

    private final BundleContext context;
    private final Life life;
    private @Nullable ClientPublisher open;
    private @Nullable ServiceChange closing;

    Publication(BundleContext context, Life life) {
        this.context = context;
        this.life = life;
    }

    void open(LiveClient client) {
        awaitEnd();
        Claims claims = new Claims(client, life.settings(), life.threads().life());
        ClientPublisher publisher = new ClientPublisher(context, client, claims);
        open = publisher;
        begin("the start of plugins", publisher::open).await(life.threads().life());
    }

    void close() {
        closeSoon();
        awaitEnd();
    }

    /** The same, while something else is done; it is waited for before it is opened again. */
    void closeSoon() {
        ClientPublisher publisher = open;
        open = null;
        if (publisher != null) {
            closing = begin("the end of plugins", publisher::close);
        }
    }

    private void awaitEnd() {
        ServiceChange end = closing;
        closing = null;
        if (end != null) {
            end.await(life.threads().life());
        }
    }

    private ServiceChange begin(String what, Runnable change) {
        return new ServiceChange(
                what, change, context, life.plugins().meters(), life.threads().plugins());
    }
}
