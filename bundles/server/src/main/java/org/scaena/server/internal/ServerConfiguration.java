package org.scaena.server.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.scaena.process.AudioRequest;

/** What an operator may set; scsynth's own options have SuperCollider's names. */
@ObjectClassDefinition(name = "SuperCollider server")
@interface ServerConfiguration {

    @AttributeDefinition(description = "name of this server, unique in the host")
    String name() default "default";

    @AttributeDefinition(
            description = "UDP port; 0 is 57110, or the server that is there already",
            min = "0",
            max = "65535")
    int port() default 0;

    @AttributeDefinition(description = "scsynth's name or path; empty: looked for")
    String program() default "";

    @AttributeDefinition(description = "whether the server is booted when the host starts")
    boolean autoBoot() default true;

    @AttributeDefinition(description = "which audio system may be used")
    AudioRequest.Driver audio() default AudioRequest.Driver.AUTO;

    @AttributeDefinition(
            description = "whether a boot waits for the audio system, rather than fail")
    boolean awaitAudio() default false;

    @AttributeDefinition(description = "name of the JACK server")
    String jackServer() default "default";

    @AttributeDefinition(description = "frames, for a jackd that is started", min = "16")
    int periodFrames() default 512;

    @AttributeDefinition(description = "node ids: partitioned or notebook")
    String nodeIds() default "partitioned";

    @AttributeDefinition(
            description = "client id to ask for; another is given if it is taken",
            min = "0",
            max = "255")
    int clientId() default 1;

    @AttributeDefinition(description = "whose sound the volume scales")
    VolumeScope volumeScope() default VolumeScope.SERVER;

    @AttributeDefinition(
            description = "whether outputs are guarded: what is no sound silences its channel")
    boolean guard() default false;

    @AttributeDefinition(
            description = "dB beyond which the guard clips, and silences what stays there",
            min = "-60",
            max = "60")
    int guardDb() default 18;

    @AttributeDefinition(
            description = "percent of full scale: a lasting offset that the guard silences",
            min = "1",
            max = "100")
    int guardOffset() default 50;

    @AttributeDefinition(description = "whether a test sound says that the server is usable")
    boolean startupSound() default true;

    @AttributeDefinition(
            description = "whether the server plays on when the host ends without being asked to")
    boolean survivesHost() default true;

    @AttributeDefinition(
            description = "whether a server that ends unasked is started again, as it was")
    boolean restart() default true;

    @AttributeDefinition(
            description = "seconds without an answer after which the server is ended and restarted",
            min = "4",
            max = "3600")
    int hangSeconds() default 8;

    @AttributeDefinition(
            description = "MiB of memory beyond which the server's process is warned of; 0: never",
            min = "0",
            max = "1048576")
    int memoryLimit() default 0;

    @AttributeDefinition(
            description = "seconds of life after which a restart counts as the first again",
            min = "0",
            max = "86400")
    int goodSeconds() default 600;

    @AttributeDefinition(
            description = "ms in which a plugin's next version claims what has a key",
            min = "0",
            max = "3600000")
    int graceMs() default 2000;

    @AttributeDefinition(
            description = "ms in which a synth whose plugin has gone may ring out",
            min = "0",
            max = "3600000")
    int releaseMs() default 5000;

    @AttributeDefinition(
            description = "minutes of what is sent, saved when the server ends unasked; 0: none",
            min = "0",
            max = "60")
    int blackBoxMinutes() default 5;

    @AttributeDefinition(
            description = "MiB of what is sent that are kept at most",
            min = "1",
            max = "1024")
    int blackBoxMebibytes() default 16;

    @AttributeDefinition(description = "logins", min = "1", max = "256")
    int maxLogins() default 6;

    @AttributeDefinition(description = "channels", min = "0", max = "1024")
    int numInputBusChannels() default 2;

    @AttributeDefinition(description = "channels", min = "0", max = "1024")
    int numOutputBusChannels() default 2;

    @AttributeDefinition(description = "channels", min = "1", max = "65536")
    int numAudioBusChannels() default 1024;

    @AttributeDefinition(description = "channels", min = "1", max = "1048576")
    int numControlBusChannels() default 4096;

    @AttributeDefinition(description = "buffers", min = "1", max = "1048576")
    int numBuffers() default 1024;

    @AttributeDefinition(description = "nodes, the root included", min = "2", max = "1048576")
    int maxNodes() default 1024;

    @AttributeDefinition(description = "definitions", min = "8", max = "1048576")
    int maxSynthDefs() default 1024;

    @AttributeDefinition(description = "KiB of real-time memory", min = "256", max = "4194304")
    int memSize() default 8192;

    @AttributeDefinition(description = "buffers between units", min = "8", max = "65536")
    int numWireBufs() default 64;

    @AttributeDefinition(description = "random number generators", min = "1", max = "65536")
    int numRGens() default 64;

    @AttributeDefinition(description = "samples per control period", min = "1", max = "8192")
    int blockSize() default 64;

    @AttributeDefinition(description = "how much scsynth prints", min = "-2", max = "4")
    int verbosity() default 0;

    @AttributeDefinition(
            description = "read definitions from the user's folder",
            min = "0",
            max = "1")
    int loadDefs() default 1;

    @AttributeDefinition(description = "announce on the network", min = "0", max = "1")
    int zeroConf() default 0;

    @AttributeDefinition(
            description = "Hz; 0: as the audio system has it, 48000 for a jackd that is started",
            min = "0",
            max = "768000")
    int sampleRate() default 0;

    @AttributeDefinition(
            description = "frames asked of the audio system; 0: as it has it",
            min = "0",
            max = "65536")
    int hardwareBufferSize() default 0;

    @AttributeDefinition(
            description = "TCP port beside the UDP port; 0: none",
            min = "0",
            max = "65535")
    int tcpPort() default 0;

    @AttributeDefinition(description = "keep its memory from being swapped", min = "0", max = "1")
    int memoryLocking() default 0;

    @AttributeDefinition(description = "compare time with the system clock", min = "0", max = "1")
    int useSystemClock() default 1;

    @AttributeDefinition(
            description = "threads that compute, supernova only; 0: as many as it likes",
            min = "0",
            max = "256")
    int threads() default 0;

    @AttributeDefinition(description = "address it listens on; 0.0.0.0 lets everybody in")
    String bindAddress() default "127.0.0.1";

    @AttributeDefinition(description = "audio device, or JACK server:client; empty: the usual")
    String device() default "";

    @AttributeDefinition(description = "where unit generators are; empty: the usual folders")
    String ugenPluginsPath() default "";

    @AttributeDefinition(description = "folder outside of which it touches no file; empty: none")
    String restrictedPath() default "";

    @AttributeDefinition(description = "password for TCP; empty: none")
    String sessionPassword() default "";
}
