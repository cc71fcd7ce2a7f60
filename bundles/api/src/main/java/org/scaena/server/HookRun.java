package org.scaena.server;

import java.time.Duration;
import java.util.Optional;

/**
 * What a hook did when a phase of it ran last.
 *
 * @param hook its name for people: class and bundle
 * @param ranking its place in the order
 * @param phase {@code boot}, {@code tree} or {@code quit}
 * @param took how long it ran
 * @param failure what went wrong, if something did
 */
public record HookRun(
        String hook, int ranking, String phase, Duration took, Optional<String> failure) {}
