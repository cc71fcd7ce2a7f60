package org.scaena.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.DatagramPacket;
import java.net.DatagramSocket;
import org.junit.jupiter.api.Test;

/** That the frame measures for real: a short look at a real scsynth, which then is gone. */
class RealServerTest {

    private static final byte[] STATUS = {'/', 's', 't', 'a', 't', 'u', 's', 0, ',', 0, 0, 0};

    @Test
    void measuresARealServerAndLeavesNothing() throws Exception {
        long pid;
        try (TestAudio audio = TestAudio.start();
                TestScsynth scsynth = TestScsynth.start(audio);
                DatagramSocket socket = new DatagramSocket()) {
            pid = scsynth.pid();
            socket.connect(scsynth.address());
            socket.setSoTimeout(2_000);
            Samples samples = new Rounds(1, 3).of(Measure.microseconds(() -> status(socket)));

            assertThat(samples.count()).isEqualTo(3);
            assertThat(samples.min()).isPositive();
        }
        assertThat(ProcessHandle.of(pid)).isEmpty();
    }

    private static void status(DatagramSocket socket) throws Exception {
        socket.send(new DatagramPacket(STATUS, STATUS.length));
        socket.receive(new DatagramPacket(new byte[1024], 1024));
    }
}
