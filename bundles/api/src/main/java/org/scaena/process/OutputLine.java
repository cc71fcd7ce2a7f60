package org.scaena.process;

import java.time.Instant;

/**
 * A line of output.
 *
 * @param time when it was read
 * @param kind what it says
 * @param text the line without its end, control characters escaped
 */
public record OutputLine(Instant time, OutputKind kind, String text) {}
