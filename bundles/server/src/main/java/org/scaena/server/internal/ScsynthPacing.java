package org.scaena.server.internal;

import java.util.OptionalInt;
import java.util.Set;
import org.osgi.service.component.annotations.Component;
import org.scaena.osc.OscMessage;
import org.scaena.osc.OscPacing;

/**
 * What scsynth can take before it loses something without a word.
 *
 * <p>Its receive buffer is the system's default (up to 3.13): 256 small datagrams or 12 of 8 kB. It
 * holds back 1,023 notifications per audio period for all its clients, and keeps 2,048 bundles for
 * later. Some of that is left to other clients, and to synths that end by themselves. What lies
 * inside a group that is freed cannot be known here; it counts as half of what is allowed.
 *
 * <p>A service, so that what another server can take may be known better. Source: measured on
 * scsynth 3.13.
 */
@Component
public final class ScsynthPacing implements OscPacing {

    /** Just below four kilobytes of kernel memory: the best use of a receive buffer. */
    private static final int JOINED_BYTES = 3_700;

    private static final int RECEIVE_BUFFER_BYTES = 160_000;
    private static final int NOTICES = 500;
    private static final int SCHEDULED_BUNDLES = 1_500;
    private static final Limits LIMITS =
            new Limits(JOINED_BYTES, RECEIVE_BUFFER_BYTES, NOTICES, SCHEDULED_BUNDLES);

    private static final int KERNEL_HEAD = 384;
    private static final int KERNEL_RECORD = 320;

    /**
     * These change what follows in the same bundle: failures are silenced to its end, a login does
     * not hear of its nodes, two quits crash the server, a dump begins with the next packet.
     */
    private static final Set<String> ALONE = Set.of("/error", "/notify", "/quit", "/dumpOSC");

    @Override
    public Limits limits() {
        return LIMITS;
    }

    /** The kernel takes the next power of two for the bytes, and a record besides. */
    @Override
    public int bufferBytes(int datagramBytes) {
        return 2 * Integer.highestOneBit(datagramBytes + KERNEL_HEAD - 1) + KERNEL_RECORD;
    }

    @Override
    public int notices(OscMessage message) {
        int arguments = message.size();
        return switch (message.address()) {
            case "/s_new", "/s_newargs" -> 1;
            case "/n_free", "/n_query" -> arguments;
            case "/n_run", "/n_before", "/n_after", "/g_head", "/g_tail" -> arguments / 2;
            case "/n_order" -> Math.max(0, arguments - 2);
            case "/g_new", "/p_new" -> arguments / 3;
            case "/g_freeAll", "/g_deepFree" -> NOTICES / 2;
            default -> 0;
        };
    }

    @Override
    public boolean joins(OscMessage message) {
        return !ALONE.contains(message.address());
    }

    @Override
    public boolean clearsSchedule(OscMessage message) {
        return message.address().equals("/clearSched");
    }

    /** Answered two audio periods later, when all that came before was done. Sessions count up. */
    @Override
    public OscMessage probe(int number) {
        return OscMessage.of("/sync", -number);
    }

    @Override
    public OptionalInt answered(OscMessage message) {
        boolean probed =
                message.address().equals("/synced")
                        && message.size() == 1
                        && message.arguments().get(0) instanceof Integer id
                        && id < 0;
        return probed ? OptionalInt.of(-message.intAt(0)) : OptionalInt.empty();
    }
}
