package org.scaena.server;

import java.time.Duration;

/**
 * How the code of one bundle has behaved around a server. Calls are those of hooks, listeners,
 * {@link ClientActivator}s; also components that took longer than two seconds to come or go with
 * the {@link Client}. Counted since the {@link Server} service came.
 *
 * @param bundle its symbolic name
 * @param calls how often it was called, calls that have not returned included
 * @param failures how often it threw
 * @param overruns how often it took longer than the two seconds that a hook is given, calls that
 *     have not returned yet included
 * @param dropped events that its listeners were not told, as they came faster than they took them
 * @param held in how many seconds a thread that ran its code was held back, as it sent faster than
 *     the server works it off
 * @param total how long all calls took together
 * @param longest how long the longest took, or has taken so far
 */
public record PluginCalls(
        String bundle,
        long calls,
        long failures,
        long overruns,
        long dropped,
        long held,
        Duration total,
        Duration longest) {}
