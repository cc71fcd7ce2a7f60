package org.scaena.server;

import java.time.Duration;
import java.util.OptionalInt;

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
     * It runs, but with another sample rate or fewer channels than were asked for. Said once for
     * the same figures, however often it is restarted.
     *
     * @param hardware what it has and what was asked for
     */
    record HardwareDiffers(ServerHardware hardware) implements ServerEvent {}

    /**
     * Its process has come to hold more of the machine's memory than the setting {@code
     * memoryLimit}; once for each time that this happens. It plays on.
     *
     * @param residentBytes what it holds
     * @param limitBytes what was set
     */
    record MemoryGrew(long residentBytes, long limitBytes) implements ServerEvent {}

    /**
     * The guard, if the setting {@code guard} is on, has silenced an output channel; the others
     * play on. It sounds again a second after that is over.
     *
     * @param channel from 0
     * @param why what was on it
     * @param suspect the id of the synth that it probably comes from, if any is known
     * @param proved whether that synth was seen to make it; else it is only the one that began last
     * @param message a sentence for people
     */
    record ChannelSilenced(
            int channel, BadSound why, OptionalInt suspect, boolean proved, String message)
            implements ServerEvent {}

    /**
     * A channel that the guard had silenced sounds again.
     *
     * @param channel from 0
     */
    record ChannelSounds(int channel) implements ServerEvent {}

    /**
     * scsynth reported a failure to which no request was open.
     *
     * @param command the command's name
     * @param text scsynth's own words
     */
    record Failure(String command, String text) implements ServerEvent {}
}
