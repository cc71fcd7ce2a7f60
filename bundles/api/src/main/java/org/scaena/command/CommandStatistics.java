package org.scaena.command;

/**
 * What became of the commands that somebody awaited something of.
 *
 * @param requests how many there were
 * @param answered how many had their reply
 * @param failed how many had their {@code /fail}
 * @param late replies that came when nobody awaited them any more, and were dropped
 * @param open how many are awaited now
 */
public record CommandStatistics(long requests, long answered, long failed, long late, int open) {

    /** Nothing was asked yet. */
    public static final CommandStatistics NONE = new CommandStatistics(0, 0, 0, 0, 0);
}
