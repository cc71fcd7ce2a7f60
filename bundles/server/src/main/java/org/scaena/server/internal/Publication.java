package org.scaena.server.internal;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** When the host's login is a service: components are called within a limit; life thread only. */
final class Publication {

    private static final Logger LOG = LoggerFactory.getLogger(Publication.class);
    private static final Duration LIMIT = Duration.ofSeconds(2);

    private final BundleContext context;
    private final ExecutorService threads;
    private @Nullable ClientPublisher open;

    Publication(BundleContext context, ExecutorService threads) {
        this.context = context;
        this.threads = threads;
    }

    void open(LiveClient client) {
        ClientPublisher publisher = new ClientPublisher(context, client);
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

    private void call(String what, Runnable call) {
        if (!Patience.isDoneWithin(threads.submit(call), LIMIT)) {
            LOG.warn("{} takes longer than {} s: going on", what, LIMIT.toSeconds());
        }
    }
}
