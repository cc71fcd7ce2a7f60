package org.scaena.id;

/**
 * What decides which ids a login owns: its client id and the real sizes of the server.
 *
 * @param clientId 0…maxLogins − 1, as the server gave it
 * @param maxLogins the number of logins the server allows, as it reports them (a power of two)
 * @param numOutputBusChannels hardware outputs: audio buses 0…outputs − 1
 * @param numInputBusChannels hardware inputs: the audio buses behind the outputs
 * @param numAudioBusChannels all audio buses
 * @param numControlBusChannels all control buses
 * @param numBuffers all buffers
 * @param nodeIdStrategy the name of a {@link NodeIdStrategy} service
 */
public record IdLayout(
        int clientId,
        int maxLogins,
        int numOutputBusChannels,
        int numInputBusChannels,
        int numAudioBusChannels,
        int numControlBusChannels,
        int numBuffers,
        String nodeIdStrategy) {

    /** Checks that the client is one of the logins and that the hardware buses exist. */
    public IdLayout {
        if (maxLogins < 1 || clientId < 0 || clientId >= maxLogins) {
            throw new IllegalArgumentException(
                    "client id must be 0…%d, not %d".formatted(maxLogins - 1, clientId));
        }
        if (numOutputBusChannels < 0
                || numInputBusChannels < 0
                || numOutputBusChannels + numInputBusChannels > numAudioBusChannels) {
            throw new IllegalArgumentException(
                    "%d outputs and %d inputs do not fit in %d audio buses"
                            .formatted(
                                    numOutputBusChannels,
                                    numInputBusChannels,
                                    numAudioBusChannels));
        }
        if (numControlBusChannels < 0 || numBuffers < 0) {
            throw new IllegalArgumentException("sizes must not be negative");
        }
    }

    /** The first audio bus that is no hardware bus. */
    public int firstPrivateBus() {
        return numOutputBusChannels + numInputBusChannels;
    }
}
