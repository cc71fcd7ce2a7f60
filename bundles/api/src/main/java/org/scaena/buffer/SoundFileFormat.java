package org.scaena.buffer;

import java.nio.file.Path;
import java.util.Locale;

/**
 * How the server writes a sound file.
 *
 * @param header the kind of file
 * @param sample how one sample is kept in it
 */
public record SoundFileFormat(Header header, Sample sample) {

    /** WAV with 32-bit floats: what goes in comes out. */
    public static final SoundFileFormat WAV_FLOAT = new SoundFileFormat(Header.WAV, Sample.FLOAT);

    /** The kinds of file that scsynth writes. */
    public enum Header {
        /** Apple's, the server's own choice. */
        AIFF,
        /** Microsoft's. */
        WAV,
        /** WAV beyond 4 GB, of the EBU. */
        RF64,
        /** WAV beyond 4 GB, of Sony. */
        W64,
        /** Apple's newer one. */
        CAF,
        /** Sun's, also called au. */
        NEXT,
        /** Berkeley/IRCAM/CARL. */
        IRCAM,
        /** Lossless and compressed; integer samples up to 24 bits only. */
        FLAC,
        /** Samples without a header. */
        RAW;

        /** As {@code /b_write} names it. */
        public String scName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How one sample is kept. */
    public enum Sample {
        /** 8 bits. */
        INT8,
        /** 8 bits without sign. */
        UINT8,
        /** 16 bits; clips beyond ±1. */
        INT16,
        /** 24 bits; clips beyond ±1. */
        INT24,
        /** 32 bits; clips beyond ±1. */
        INT32,
        /** 32 bits, not clipped. */
        FLOAT,
        /** 64 bits, not clipped. */
        DOUBLE,
        /** 8 bits, logarithmic, American; wraps beyond ±1. */
        MULAW,
        /** 8 bits, logarithmic, European. */
        ALAW;

        /** As {@code /b_write} names it. */
        public String scName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Checks what is known to be impossible. */
    public SoundFileFormat {
        boolean flacSample =
                sample == Sample.INT8 || sample == Sample.INT16 || sample == Sample.INT24;
        if (header == Header.FLAC && !flacSample) {
            throw new IllegalArgumentException(
                    "a FLAC file keeps int8, int16 or int24 samples, not " + sample.scName());
        }
        if (header == Header.WAV && sample == Sample.INT8) {
            throw new IllegalArgumentException("a WAV file keeps uint8 samples, not int8");
        }
    }

    /**
     * The kind that a file's name says, with floats wherever it can hold them; FLAC with int24.
     *
     * @throws IllegalArgumentException if the name ends like none of them
     */
    public static SoundFileFormat of(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "wav" -> WAV_FLOAT;
            case "aif", "aiff", "aifc" -> new SoundFileFormat(Header.AIFF, Sample.FLOAT);
            case "flac" -> new SoundFileFormat(Header.FLAC, Sample.INT24);
            case "rf64" -> new SoundFileFormat(Header.RF64, Sample.FLOAT);
            case "w64" -> new SoundFileFormat(Header.W64, Sample.FLOAT);
            case "caf" -> new SoundFileFormat(Header.CAF, Sample.FLOAT);
            case "au", "snd" -> new SoundFileFormat(Header.NEXT, Sample.FLOAT);
            default ->
                    throw new IllegalArgumentException(
                            "'%s' does not say which kind of sound file it is: end it with .wav, .aiff or .flac, or give a format"
                                    .formatted(name));
        };
    }
}
