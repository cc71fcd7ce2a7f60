package org.scaena.server.internal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.scaena.command.ServiceMissingException;
import org.scaena.id.AllocatorService;
import org.scaena.id.IdHoldings;
import org.scaena.id.IdLayout;
import org.scaena.id.IdLoan;
import org.scaena.id.IdNotOnLoanException;
import org.scaena.id.IdPool;
import org.scaena.id.Ids;
import org.scaena.id.NodeIds;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ids that outlast the bundle that counts them: the next one goes on from what is on loan.
 *
 * <p>Whoever asks for an id meanwhile waits; what is given back is given back to the next one.
 */
final class LastingIds implements Ids {

    private static final Logger LOG = LoggerFactory.getLogger(LastingIds.class);

    private final ReentrantLock using = new ReentrantLock();
    private final Condition changed = using.newCondition();
    private final Deque<Function<Ids, ?>> givenBack = new ArrayDeque<>();
    private final IdLayout layout;
    private final NodeIds nodes = new LastingNodeIds(this);
    private final IdPool buffers;
    private final IdPool audioBuses;
    private final IdPool controlBuses;
    private @Nullable Ids ids;
    private IdHoldings held;
    private long partedAt;

    LastingIds(Ids first) {
        this.ids = first;
        this.held = first.holdings();
        this.layout = first.layout();
        this.buffers = new LastingIdPool(this, first.buffers(), Ids::buffers);
        this.audioBuses = new LastingIdPool(this, first.audioBuses(), Ids::audioBuses);
        this.controlBuses = new LastingIdPool(this, first.controlBuses(), Ids::controlBuses);
    }

    /** The service goes: nothing is lent any more. */
    void part() {
        using.lock();
        try {
            Ids leaving = ids;
            if (leaving != null) {
                held = leaving.holdings();
                ids = null;
                partedAt = System.nanoTime();
            }
        } finally {
            using.unlock();
        }
    }

    /** The next service is there. */
    void rejoin(AllocatorService service) {
        using.lock();
        try {
            if (ids == null) {
                Ids next = service.open(layout);
                List<IdLoan> refused = next.restore(held);
                if (!refused.isEmpty()) {
                    LOG.error("ids on loan are unknown to the new allocator: {}", refused);
                }
                ids = next;
                givenBack.forEach(giving -> giveBack(giving, next));
                givenBack.clear();
                changed.signalAll();
            }
        } catch (IllegalArgumentException unknownStrategy) {
            LOG.error("no ids are lent any more: {}", unknownStrategy.getMessage());
        } finally {
            using.unlock();
        }
    }

    /**
     * Asks for something, of the next service if need be.
     *
     * @throws ServiceMissingException if there is none within five seconds of the end of the last
     */
    <R> R use(Function<Ids, R> use) {
        using.lock();
        try {
            return use.apply(present());
        } finally {
            using.unlock();
        }
    }

    /**
     * Gives something back at once, or as soon as there is a service; that never waits.
     *
     * @param meanwhile the result where there is no service
     */
    <R> R giveBack(Function<Ids, R> giving, R meanwhile) {
        using.lock();
        try {
            Ids now = ids;
            if (now != null) {
                return giving.apply(now);
            }
            givenBack.add(giving);
            return meanwhile;
        } finally {
            using.unlock();
        }
    }

    private static void giveBack(Function<Ids, ?> giving, Ids to) {
        try {
            giving.apply(to);
        } catch (IdNotOnLoanException wrong) {
            LOG.warn("while there was no allocator: {}", wrong.getMessage());
        }
    }

    private Ids present() {
        Ids now = ids;
        long deadline = partedAt + Replaceable.PATIENCE.toNanos();
        try {
            while (now == null) {
                if (changed.awaitNanos(deadline - System.nanoTime()) <= 0 && ids == null) {
                    throw missing();
                }
                now = ids;
            }
            return now;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw missing();
        }
    }

    private static ServiceMissingException missing() {
        return new ServiceMissingException(AllocatorService.class.getName());
    }

    @Override
    public IdLayout layout() {
        return layout;
    }

    @Override
    public NodeIds nodes() {
        return nodes;
    }

    @Override
    public IdPool buffers() {
        return buffers;
    }

    @Override
    public IdPool audioBuses() {
        return audioBuses;
    }

    @Override
    public IdPool controlBuses() {
        return controlBuses;
    }

    @Override
    public void freeAllOf(String owner) {
        giveBack(
                now -> {
                    now.freeAllOf(owner);
                    return owner;
                },
                owner);
    }

    /** While there is no service, what was on loan when it went. */
    @Override
    public IdHoldings holdings() {
        using.lock();
        try {
            Ids now = ids;
            return now == null ? held : now.holdings();
        } finally {
            using.unlock();
        }
    }

    @Override
    public List<IdLoan> restore(IdHoldings holdings) {
        return use(now -> now.restore(holdings));
    }
}
