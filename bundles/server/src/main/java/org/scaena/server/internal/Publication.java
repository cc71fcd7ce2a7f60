package org.scaena.server.internal;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** When the host's login is a service: components are called within a limit; life thread only. */
final class Publication {

    private static final Logger LOG = LoggerFactory.getLogger(Publication.class);
    private static final Duration LIMIT = Duration.ofSeconds(2);

    private final BundleContext context;
    private final Life life;
    private final ExecutorService threads;
    private @Nullable ClientPublisher open;
    private Future<?> closing = CompletableFuture.completedFuture(null);

    Publication(BundleContext context, Life life) {
        this.context = context;
        this.life = life;
        this.threads = life.threads().plugins();
    }

    void open(LiveClient client) {
        await("the end of plugins", closing);
        Claims claims = new Claims(client, life.settings(), life.threads().life());
        ClientPublisher publisher = new ClientPublisher(context, client, claims);
        open = publisher;
        call("the start of plugins", publisher::open);
    }

    void close() {
        ClientPublisher publisher = open;
        open = null;
        if (publisher != null) {
            call("the end of plugins", publisher::close);
        }
    }

    /** The same, while something else is done; it is waited for before it is opened again. */
    void closeSoon() {
        ClientPublisher publisher = open;
        open = null;
        if (publisher != null) {
            closing = threads.submit(publisher::close);
        }
    }

    private void call(String what, Runnable call) {
        await(what, threads.submit(call));
    }

    private static void await(String what, Future<?> call) {
        if (!Patience.isDoneWithin(call, LIMIT)) {
            LOG.warn("{} takes longer than {} s: going on", what, LIMIT.toSeconds());
        }
    }
}
