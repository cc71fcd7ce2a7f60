package org.scaena.process.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scaena.process.OutputKind;

/** Lines as the real programs print them. */
class OutputClassifierTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "READY | SuperCollider 3 server ready.",
                "READY | SuperCollider 3 server ready..",
                "READY | Supernova ready",
                "LATE | late 0.503878355",
                "LATE | late: 0.5",
                "OTHER | late arrivals",
                "FAILURE | FAILURE IN SERVER /nonsense Command not found",
                "FAILURE | FAILURE IN SERVER /JackDriver: killed by jack Command not found",
                "FAILURE | *** ERROR: SynthDef x not found",
                "ALLOC_FAILED | FAILURE IN SERVER /s_new alloc failed, increase server's memory",
                "ALLOC_FAILED | /b_alloc: memory allocation failed",
                "ALLOC_FAILED | FAILURE IN SERVER: HashTable allocation failed: out of memory!",
                "TOO_MANY_NODES | FAILURE IN SERVER /s_new too many nodes",
                "TOO_MANY_LOGINS | FAILURE IN SERVER /notify too many users",
                "TOO_FEW_WIRE_BUFS | exceeded number of interconnect buffers.",
                "TOO_FEW_WIRE_BUFS | exception in GraphDef_Recv: exceeded number of interconnect"
                        + " buffers.",
                "ALLOC_FAILED | JackDriver: exception in real time: alloc failed, increase server's"
                        + " memory",
                "FAILURE | JackDriver: exception in real time: something else",
                "FAILURE | FAILURE IN SERVER /too many nodes Command not found",
                "COMMAND_FIFO_FULL | command FIFO full",
                "SYNTHDEF_REFUSED | exception in GraphDef_Recv: UGen 'X' not installed.",
                "MESSAGE_TOO_LONG | Message too long",
                "AUDIO_GONE | JackDriver: killed by jack",
                "AUDIO_GONE | could not initialize audio.",
                "PORT_TAKEN | *** ERROR: failed to open UDP socket: address in use.",
                "BAD_OPTION | ERROR: Invalid option -Q",
                "BAD_OPTION | ERROR: number of audio bus channels < inputs + outputs.",
                "BAD_OPTION | ERROR: Argument expected after option -u",
                "XRUN | JackEngine::XRun: client = SuperCollider was not finished, state ="
                        + " Triggered",
                "XRUN | JackEngine::XRun: client SuperCollider finished after current callback",
                "XRUN | **** alsa_pcm: xrun of at least 0.027 msecs",
                "XRUN | JackTimedDriver::Process XRun = 19 usec",
                "OTHER | JackAudioDriver::ProcessGraphAsyncMaster: Process error",
                "OTHER | JackDriver: client name is 'SuperCollider'",
            })
    void knowsTheLine(OutputKind kind, String line) {
        assertThat(OutputClassifier.classify(line)).isEqualTo(kind);
    }
}
