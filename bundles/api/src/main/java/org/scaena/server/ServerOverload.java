package org.scaena.server;

import java.util.OptionalLong;

/**
 * How often a server had more to do than it could in time. It is only counted: nobody is ended or
 * restarted for it.
 *
 * @param lateBundles bundles that came after their time, since the process is watched; empty if it
 *     was not started by a host
 * @param overloadedSeconds seconds of this run in which the peak load was 95 % or more of the time
 *     there is, which is all that JACK tells of
 * @param xruns lines in which jackd told of gaps in the sound, since it is watched, whoever caused
 *     them; empty if it was not started by a host
 */
public record ServerOverload(
        OptionalLong lateBundles, long overloadedSeconds, OptionalLong xruns) {}
