package org.scaena.server;

import java.time.Duration;

/** Something happened to a server. */
public sealed interface ServerEvent {

    /**
     * It has another state.
     *
     * @param from the state before
     * @param to the state now
     */
    record StateChanged(ServerState from, ServerState to) implements ServerEvent {}

    /**
     * A step of a boot begins.
     *
     * @param step a short sentence for people, for example which audio system was chosen
     */
    record Progress(String step) implements ServerEvent {}

    /**
     * It is usable.
     *
     * @param clientId the host's own client id
     * @param maxLogins how many logins it allows
     * @param sampleRate its nominal rate in Hz
     * @param took from the beginning of the boot
     */
    record Running(int clientId, int maxLogins, double sampleRate, Duration took)
            implements ServerEvent {}

    /**
     * A boot did not succeed; nothing is left running.
     *
     * @param message a sentence that names the thing and the remedy
     */
    record BootFailed(String message) implements ServerEvent {}

    /**
     * It went.
     *
     * @param reason why
     * @param message a sentence for people
     */
    record Gone(ShutdownReason reason, String message) implements ServerEvent {}

    /**
     * A definition has crashed it twice, and is not sent to it any more until it changes.
     *
     * @param definition its name
     * @param owner the bundle that has registered it
     */
    record Quarantined(String definition, String owner) implements ServerEvent {}

    /**
     * scsynth reported a failure to which no request was open.
     *
     * @param command the command's name
     * @param text scsynth's own words
     */
    record Failure(String command, String text) implements ServerEvent {}
}
