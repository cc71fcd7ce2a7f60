package org.scaena.itests.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.scaena.node.NodeSnapshot;
import org.scaena.node.Synth;
import org.scaena.node.SynthSnapshot;
import org.scaena.server.Server;
import org.scaena.server.Volume;

/** Cells 36–46: volume and mute, without any language. */
final class NotebookVolume {

    private static final int VOLUME_SYNTH = 20_002;

    private final Notebook notebook;
    private final Server server;

    NotebookVolume(Notebook notebook) {
        this.notebook = notebook;
        this.server = notebook.server;
    }

    void run() {
        Synth synth = notebook.client().synth("s2");
        synth.started().await();
        assertThat(synth.id()).as("cell 36").isEqualTo(20_001);
        Volume volume = server.volume();
        assertThat(volume.db()).as("cell 37").isZero();
        assertThat(Volume.dbamp(volume.db())).as("cell 38").isEqualTo(1);
        assertThat(volume.isMuted()).as("cell 39").isFalse();

        volume.mute().await();

        assertVolume("volumeAmp: 0 volumeLag: 0.10000000149012 gate: 1 bus: 0");
        volume.set(-10).await();
        assertThat(volume.db()).as("cell 41").isEqualTo(-10);
        assertThat(Volume.dbamp(volume.db())).as("cell 42").isEqualTo(0.31622776601683794);
        assertVolume("volumeAmp: 0 volumeLag: 0.10000000149012 gate: 1 bus: 0");

        volume.unmute().await();

        assertVolume("volumeAmp: 0.31622776389122 volumeLag: 0.10000000149012 gate: 1 bus: 0");

        volume.set(0).await();

        assertThat(Volume.dbamp(volume.db())).as("cell 45").isEqualTo(1);
        Optional<NodeSnapshot> released = server.queryTree().await().find(VOLUME_SYNTH);
        released.ifPresent(
                node ->
                        assertThat(((SynthSnapshot) node).control("gate").orElseThrow())
                                .as("cell 44")
                                .hasToString("0"));
        synth.free();
        synth.await(Duration.ofSeconds(1));
    }

    /** The synth is just behind the own default group, with these controls. */
    private void assertVolume(String controls) {
        assertThat(Notebook.dump(server))
                .as("cells 40–43")
                .containsSubsequence(
                        "   67108865 group\n      20001 s2\n",
                        "   "
                                + VOLUME_SYNTH
                                + " scaena-volume-2\n     "
                                + controls
                                + "\n   1 group\n");
    }
}
