package org.scaena.server;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * What the audio system gives a server, beside what was asked of it.
 *
 * @param askedSampleRate Hz; 0 if any rate will do
 * @param sampleRate the nominal rate in Hz
 * @param askedInputs channels
 * @param inputs how many of them JACK has connected; empty if that is not known, as for a server
 *     that was not started here, or has printed much since
 * @param askedOutputs channels
 * @param outputs how many of them JACK has connected; empty as for inputs
 */
public record ServerHardware(
        int askedSampleRate,
        double sampleRate,
        int askedInputs,
        OptionalInt inputs,
        int askedOutputs,
        OptionalInt outputs) {

    /** Whether it has all that was asked for, as far as that is known. */
    public boolean isAsAsked() {
        return differences().isEmpty();
    }

    /** What differs, each with both figures and the remedy; empty if nothing does. */
    public List<String> differences() {
        List<String> differences = new ArrayList<>();
        if (askedSampleRate != 0 && Math.round(sampleRate) != askedSampleRate) {
            differences.add(
                    "the sample rate is %d Hz, not %d Hz: set sampleRate to %1$d or 0, or start the audio system with %2$d"
                            .formatted(Math.round(sampleRate), askedSampleRate));
        }
        missing(differences, "inputs", askedInputs, inputs, "numInputBusChannels");
        missing(differences, "outputs", askedOutputs, outputs, "numOutputBusChannels");
        return List.copyOf(differences);
    }

    private static void missing(
            List<String> differences, String what, int asked, OptionalInt given, String option) {
        if (given.isPresent() && given.getAsInt() < asked) {
            differences.add(
                    "%d of %d %s are connected: set %s to %1$d, or take an audio device with more"
                            .formatted(given.getAsInt(), asked, what, option));
        }
    }
}
