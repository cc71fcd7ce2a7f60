package org.scaena.itests.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.scaena.node.Controls.set;

import java.util.Arrays;
import javax.inject.Inject;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.BundleContext;
import org.scaena.bus.AudioBus;
import org.scaena.bus.ControlBus;
import org.scaena.id.IdRange;
import org.scaena.node.ControlValue;
import org.scaena.node.Synth;
import org.scaena.node.SynthSnapshot;
import org.scaena.server.Client;

/** Buses on a real server. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class BusesIT {

    @Inject private BundleContext context;

    private TestServer configured;
    private Client client;

    @Configuration
    public Option[] distribution() {
        return new Option[] {Distribution.option()};
    }

    @Before
    public void boot() throws Exception {
        configured = TestServer.configure(context, "buses");
        client = Services.of(context, Client.class, configured.name());
    }

    @After
    public void quit() throws Exception {
        configured.close();
    }

    @Test
    public void hardwareBusesBelongToNobody() {
        assertThat(client.outputBus().ids()).isEqualTo(new IdRange(0, 2));
        assertThat(client.inputBus().ids()).isEqualTo(new IdRange(2, 2));
        assertThat(client.outputBus()).hasToString("audio bus [0..1]");
        AudioBus own = client.audioBus(2);
        int first = client.ids().audioBuses().bounds().first();
        assertThat(own.index()).isEqualTo(first).isGreaterThanOrEqualTo(4);
        assertThat(own.isHardware()).isFalse();

        client.outputBus().free();
        assertThat(client.outputBus().isFreed()).isFalse();
        own.free();
        own.free();
        assertThat(own.isFreed()).isTrue();
        assertThat(client.audioBus(1).index()).isEqualTo(first);
    }

    @Test
    public void controlBusesKeepWhatIsSet() {
        ControlBus bus = client.controlBus(4);
        assertThat(bus.getn().await()).containsExactly(0, 0, 0, 0);

        bus.set(1, 2);
        bus.setAt(3, 0.5f);
        assertThat(bus.getn().await()).containsExactly(1, 2, 0, 0.5f);
        assertThat(bus.get().await()).isEqualTo(1);
        assertThat(bus.getn(1, 2).await()).containsExactly(2, 0);
        bus.fill(7);
        assertThat(bus.getn().await()).containsExactly(7, 7, 7, 7);

        int index = bus.index();
        bus.free();
        assertThat(client.controlBus(4).index()).isEqualTo(index);
        assertThat(client.controlBus(1).getn().await()).containsExactly(0);
        assertThatThrownBy(() -> bus.set(1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("was given back");
    }

    @Test
    public void manyChannelsGoInSlices() {
        ControlBus bus = client.controlBus(512);
        float[] values = new float[512];
        for (int i = 0; i < values.length; i++) {
            values[i] = i;
        }
        bus.set(values);
        assertThat(bus.getn().await()).isEqualTo(values);
        assertThat(bus.getn(500, 12).await()).isEqualTo(Arrays.copyOfRange(values, 500, 512));
    }

    @Test
    public void channelsThatAreNotThereAreRefused() {
        ControlBus bus = client.controlBus(2);

        assertThatThrownBy(() -> bus.set(1, 2, 3)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> bus.setAt(-1, 2)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> bus.getn(1, 2)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> client.controlBus(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> client.controlBus(513)).hasMessageContaining("in a row");
    }

    @Test
    public void controlsReadABus() {
        ControlBus bus = client.controlBus(1);
        Synth synth = client.synth("s2", set("amp", 0));
        synth.started().await();
        bus.map(synth, "freq");
        bus.set(440);

        SynthSnapshot found =
                (SynthSnapshot) client.server().queryTree().await().find(synth.id()).orElseThrow();
        assertThat(found.controls())
                .filteredOn(control -> control.name().equals("freq"))
                .extracting(control -> control.value())
                .containsExactly(new ControlValue.ControlBusMap(bus.index()));
        assertThat(bus.mapping()).isEqualTo(new ControlValue.ControlBusMap(bus.index()));
    }

    @Test
    public void aKeyIsOneBus() {
        AudioBus send = client.audioBus("send", 2);

        assertThat(client.audioBus("send", 2)).isSameAs(send);
        assertThatThrownBy(() -> client.audioBus("send", 3)).hasMessageContaining("'send'");
        send.free();
        assertThat(client.audioBus("send", 3).numChannels()).isEqualTo(3);
    }
}
