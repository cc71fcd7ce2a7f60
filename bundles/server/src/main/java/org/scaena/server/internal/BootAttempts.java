package org.scaena.server.internal;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.scaena.command.ServiceMissingException;

/**
 * Repeats a boot in which a module was replaced: at once, as soon as all modules are there.
 *
 * <p>What else makes a boot fail (a wrong option, a program that is missing) a repetition would not
 * help: it is told as it is.
 */
final class BootAttempts {

    /** More often a host is not rebuilt during one boot; then somebody should look at it. */
    private static final int MOST = 8;

    private final Life life;
    private final Completeness modules;
    private volatile boolean cancelled;
    private volatile boolean left;
    private volatile int changesBefore;
    private volatile @Nullable Function<Boot, ServerRun> owed;

    BootAttempts(Life life) {
        this.life = life;
        this.modules = life.services().modules();
    }

    /** Boots or joins; on the life thread. */
    ServerRun run(Function<Boot, ServerRun> way) {
        cancelled = false;
        owed = null;
        for (int attempt = 1; ; attempt++) {
            changesBefore = modules.changes();
            try {
                return way.apply(new Boot(life));
            } catch (RuntimeException failed) {
                if (cancelled || !isDisturbed() || attempt == MOST) {
                    throw failed;
                }
                awaitModules(way, failed);
                life.progress(
                        "a module was replaced during the boot (%s): once more"
                                .formatted(failed.getMessage()));
            }
        }
    }

    private void awaitModules(Function<Boot, ServerRun> way, RuntimeException failed) {
        try {
            modules.await();
        } catch (ServiceMissingException gone) {
            if (!cancelled) {
                owed = way;
                life.progress("is booted as soon as it can be: " + gone.getMessage());
            }
            gone.addSuppressed(failed);
            throw gone;
        }
    }

    /** Whether a module was replaced since the attempt began, or is missing. */
    private boolean isDisturbed() {
        return modules.changes() != changesBefore || !modules.areComplete();
    }

    /**
     * Whether what was left playing by an earlier host is not to be ended though it could not be
     * taken over: that is tried again, here or by whoever comes after this.
     */
    boolean isToBeLeft() {
        return left || !cancelled && isDisturbed();
    }

    /** Nothing is to be repeated; from any thread. */
    void cancel() {
        cancelled = true;
        owed = null;
    }

    /** The same, as somebody else takes over what plays. */
    void leave() {
        left = true;
        cancel();
    }

    /** Whether a boot failed for want of a module and is still to be done. */
    boolean owes() {
        return owed != null;
    }

    /** What failed for want of a module, once that is there; asked now and then. */
    @Nullable Function<Boot, ServerRun> due() {
        Function<Boot, ServerRun> way = owed;
        return way != null && modules.areComplete() ? way : null;
    }
}
