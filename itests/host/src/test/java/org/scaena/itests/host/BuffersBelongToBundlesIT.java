package org.scaena.itests.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import javax.inject.Inject;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.scaena.buffer.Buffer;
import org.scaena.buffer.BufferException;
import org.scaena.buffer.BufferInfo;
import org.scaena.buffer.BufferSource;
import org.scaena.bus.ControlBus;
import org.scaena.catalogue.BufferCommands;
import org.scaena.itests.continuity.Poll;
import org.scaena.server.Client;

/** What a bundle took is given back when it stops; and a server without memory says so. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class BuffersBelongToBundlesIT {

    /** More than a server has to spare that may not grow any more. */
    private static final int TOO_MANY_FRAMES = 1 << 28;

    @Inject private BundleContext context;

    @Configuration
    public Option[] distribution() {
        return new Option[] {Distribution.option()};
    }

    @Test
    public void aBundleThatStopsGivesBackItsBuffersAndBuses() throws Exception {
        try (TestServer configured = TestServer.configure(context, "owners")) {
            Client ours = Services.of(context, Client.class, configured.name());
            int buffers = ours.ids().buffers().available();
            int buses = ours.ids().controlBuses().available();
            Bundle plugin = context.installBundle(Distribution.plugin("drone"));
            plugin.start();
            Client theirs = view(plugin.getBundleContext(), configured.name());
            Buffer rain = theirs.buffer("rain", BufferSource.load(1, 2, 3));
            ControlBus bus = theirs.controlBus("send", 4);

            assertThat(rain.toArray().await()).containsExactly(1, 2, 3);
            assertThat(theirs.buffer("rain", BufferSource.alloc(9))).isSameAs(rain);
            Buffer sameWord = ours.buffer("rain", BufferSource.alloc(9));
            assertThat(sameWord.number()).isNotEqualTo(rain.number());

            plugin.uninstall();
            Poll.until("its synth rang out", () -> rain.isFreed() && bus.isFreed());

            ours.sync().await();
            assertThat(sizes(ours, List.of(rain))).containsExactly(0);
            assertThat(sameWord.ready().await().isFreed()).isFalse();
            sameWord.free().await();
            assertThat(ours.ids().buffers().available()).isEqualTo(buffers);
            assertThat(ours.ids().controlBuses().available()).isEqualTo(buses);
        }
    }

    private static List<Integer> sizes(Client client, List<Buffer> buffers) {
        return buffers.stream()
                .map(buffer -> client.request(BufferCommands.query(buffer.number())).await())
                .map(BufferInfo::numFrames)
                .toList();
    }

    private static Client view(BundleContext plugin, String server) throws Exception {
        ServiceReference<Client> reference =
                plugin.getServiceReferences(Client.class, "(server.name=" + server + ")")
                        .iterator()
                        .next();
        return plugin.getService(reference);
    }

    /** scsynth prints a line and answers nothing at all. */
    @Test
    public void aServerWithoutMemorySaysSo() throws Exception {
        try (TestServer configured = TestServer.configure(context, "memory")) {
            Client client = Services.of(context, Client.class, configured.name());
            int available = client.ids().buffers().available();
            forbidToGrow(client.server().pid().orElseThrow());

            Buffer buffer = client.buffer(BufferSource.alloc(TOO_MANY_FRAMES));

            assertThatThrownBy(() -> buffer.ready().await())
                    .isInstanceOf(BufferException.class)
                    .hasMessageContaining("memory");
            Poll.until(
                    "its number is given back",
                    () -> client.ids().buffers().available() == available);
        }
    }

    private static void forbidToGrow(long pid) throws Exception {
        Process limit =
                new ProcessBuilder("prlimit", "--pid", Long.toString(pid), "--as=1000000000")
                        .inheritIO()
                        .start();
        assertThat(limit.waitFor()).isZero();
    }
}
