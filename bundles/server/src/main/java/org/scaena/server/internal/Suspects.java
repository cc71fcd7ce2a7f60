package org.scaena.server.internal;

import org.jspecify.annotations.Nullable;

/**
 * The open requests, of which one has failed: which, if scsynth tells only its command's name.
 *
 * <p>It is the one that is named by a node, a buffer or a path; or else the first of its command
 * that is just being worked off. Guarded by the lock of the {@link ReplyRouter}.
 */
final class Suspects {

    /** How likely it is that a request has failed, from the least on. */
    private enum Likelihood {
        NONE,
        /** It was worked off before, but something of it goes on. */
        GOES_ON,
        BEING_WORKED_OFF,
        NAMED,
        NAMED_AND_BEING_WORKED_OFF
    }

    private final Shelf<String> byCommand = new Shelf<>();

    void add(Request<?> request) {
        byCommand.put(request.command().name(), request);
    }

    void remove(Request<?> request) {
        byCommand.remove(request.command().name(), request);
    }

    Shelf<String> open() {
        return byCommand;
    }

    /**
     * The request that has failed.
     *
     * @param current what is being worked off
     */
    @Nullable Request<?> culprit(FailureText failure, Timeline current) {
        Request<?> found = null;
        Likelihood most = Likelihood.NONE;
        for (Request<?> open : byCommand.get(failure.command())) {
            Likelihood its = likelihood(failure, open, current);
            if (its.compareTo(most) > 0) {
                found = open;
                most = its;
            }
        }
        return found;
    }

    private static Likelihood likelihood(FailureText failure, Request<?> open, Timeline current) {
        boolean now = open.isBeingWorkedOff(current);
        if (failure.names(open.command().message())) {
            return now ? Likelihood.NAMED_AND_BEING_WORKED_OFF : Likelihood.NAMED;
        }
        if (failure.isNumbered()) {
            return Likelihood.NONE;
        }
        if (now) {
            return Likelihood.BEING_WORKED_OFF;
        }
        return open.isAnswered() ? Likelihood.GOES_ON : Likelihood.NONE;
    }
}
