package org.scaena.itests.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
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
import org.scaena.buffer.Buffer;
import org.scaena.buffer.BufferException;
import org.scaena.buffer.BufferSource;
import org.scaena.buffer.SoundFileFormat;
import org.scaena.buffer.SoundFilePart;
import org.scaena.buffer.Waveform;
import org.scaena.command.CommandFailedException;
import org.scaena.command.Reply;
import org.scaena.osc.OscMessage;
import org.scaena.server.Client;

/**
 * Buffers on a real server: what goes in comes out, and what scsynth keeps silent about is told.
 */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class BuffersIT {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    private static final SoundFileFormat WAV_INT16 =
            new SoundFileFormat(SoundFileFormat.Header.WAV, SoundFileFormat.Sample.INT16);

    @Inject private BundleContext context;

    private TestServer configured;
    private Client client;
    private Path folder;

    @Configuration
    public Option[] distribution() {
        return new Option[] {Distribution.option()};
    }

    @Before
    public void boot() throws Exception {
        folder = Files.createTempDirectory("scaena-buffers-");
        configured = TestServer.configure(context, "buffers");
        client = Services.of(context, Client.class, configured.name());
    }

    @After
    public void quit() throws IOException {
        configured.close();
        try (var left = Files.list(folder)) {
            for (Path file : left.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    @Test
    public void allocatesAndTellsItsSize() {
        Buffer stereo = client.buffer(BufferSource.alloc(1000, 2)).ready().await();

        assertThat(stereo.info().numFrames()).isEqualTo(1000);
        assertThat(stereo.info().numChannels()).isEqualTo(2);
        assertThat(stereo.info().sampleRate()).isEqualTo(48_000);
        assertThat(stereo.query().await()).isEqualTo(stereo.info());

        List<Buffer> hundred =
                IntStream.rangeClosed(1, 100)
                        .mapToObj(frames -> client.buffer(BufferSource.alloc(frames)))
                        .toList();
        assertThat(hundred).allMatch(buffer -> buffer.ready().await(LIMIT) == buffer);
        assertThat(hundred)
                .extracting(buffer -> buffer.info().numFrames())
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 100).boxed().toList());
        assertThat(hundred).extracting(Buffer::number).doesNotHaveDuplicates();
    }

    /** scsynth would do /b_set before the /b_zero and the /b_alloc sent ahead of it. */
    @Test
    public void takesEffectInTheOrderOfTheCalls() {
        Buffer buffer = client.buffer(BufferSource.alloc(8));
        buffer.fill(9);
        buffer.zero();
        buffer.set(1, 0.5f);
        buffer.setn(2, 1, 2, 3);
        Reply<float[]> before = buffer.toArray();
        buffer.zero();
        buffer.set(7, Float.NaN);
        buffer.fill(0, 2, -1);

        assertThat(before.await()).containsExactly(0, 0.5f, 1, 2, 3, 0, 0, 0);
        assertThat(buffer.toArray().await()).containsExactly(-1, -1, 0, 0, 0, 0, 0, Float.NaN);
        assertThat(buffer.get(0).await()).isEqualTo(-1);
        assertThat(buffer.getn(5, 2).await()).containsExactly(0, 0);
    }

    @Test
    public void aMillionFramesComeBackEqual() {
        float[] noise = noise(1_000_000);

        Buffer loaded = client.buffer(BufferSource.load(noise));
        assertThat(loaded.toArray().await(LIMIT)).isEqualTo(noise);

        Buffer set = client.buffer(BufferSource.alloc(noise.length));
        set.setn(0, noise).await(LIMIT);
        assertThat(set.toArray().await(LIMIT)).isEqualTo(noise);

        float[] stereo = noise(60_000);
        Buffer both = client.buffer(BufferSource.load(2, stereo)).ready().await(LIMIT);
        assertThat(both.info().numFrames()).isEqualTo(30_000);
        assertThat(both.info().sampleRate()).isEqualTo(48_000);
        assertThat(both.toArray().await(LIMIT)).isEqualTo(stereo);

        float[] shorter = noise(2_500);
        both.load(shorter).await();
        assertThat(both.getn(0, 2_500).await()).isEqualTo(shorter);
        assertThat(both.get(2_500).await()).isEqualTo(stereo[2_500]);
    }

    private static float[] noise(int samples) {
        Random random = new Random(samples);
        float[] noise = new float[samples];
        for (int i = 0; i < samples; i++) {
            noise[i] = random.nextFloat() * 2 - 1;
        }
        return noise;
    }

    @Test
    public void soundFilesAreWrittenAndRead() {
        float[] stereo = noise(200);
        Buffer source = client.buffer(BufferSource.load(2, stereo));
        for (String name : List.of("a.wav", "a.aiff", "a.w64", "a.caf", "a.flac")) {
            Path file = folder.resolve(name);
            source.write(file).await();
            Buffer back = client.buffer(BufferSource.allocRead(file));
            assertThat(back.toArray().await())
                    .as(name)
                    .usingComparatorWithPrecision(name.endsWith("flac") ? 1e-6f : 0f)
                    .containsExactly(stereo);
        }

        Path file = folder.resolve("a.wav");
        SoundFilePart right = SoundFilePart.of(file).from(10).frames(5).channels(1);
        Buffer mono = client.buffer(BufferSource.allocRead(right)).ready().await();
        assertThat(mono.info().numFrames()).isEqualTo(5);
        assertThat(mono.toArray().await())
                .containsExactly(stereo[21], stereo[23], stereo[25], stereo[27], stereo[29]);
        mono.read(right.from(99), 4).await();
        assertThat(mono.get(4).await()).isEqualTo(stereo[199]);

        source.write(file, WAV_INT16, 98, 2).await();
        Buffer end = client.buffer(BufferSource.allocRead(file));
        assertThat(end.toArray().await())
                .usingComparatorWithPrecision(1e-4f)
                .containsExactly(stereo[196], stereo[197], stereo[198], stereo[199]);
    }

    @Test
    public void filesAreCuedAndRecordedTo() throws IOException {
        Path file = folder.resolve("long.wav");
        float[] stereo = noise(20_000);
        client.buffer(BufferSource.load(2, stereo)).write(file).await();

        Buffer cued =
                client.buffer(BufferSource.cueSoundFile(SoundFilePart.of(file).from(1), 4096))
                        .ready()
                        .await();
        assertThat(cued.info().numChannels()).isEqualTo(2);
        assertThat(cued.info().numFrames()).isEqualTo(4096);
        assertThat(cued.get(0).await()).isEqualTo(stereo[2]);
        cued.cueSoundFile(SoundFilePart.of(file).from(100)).await();
        assertThat(cued.get(0).await()).isEqualTo(stereo[200]);
        cued.close().await();

        Path recording = folder.resolve("recording.wav");
        Buffer ring = client.buffer(BufferSource.alloc(65_536, 2));
        ring.record(recording, WAV_INT16).await();
        assertThat(Files.size(recording)).isPositive();
        ring.close().await();
    }

    @Test
    public void waveformsAreComputed() {
        Buffer buffer = client.buffer(BufferSource.alloc(64));
        buffer.gen(Waveform.sine1(1).with(Waveform.Flag.CLEAR));
        assertThat(buffer.get(16).await()).isCloseTo(1, within(1e-5f));
        buffer.gen(Waveform.sine1(1).with());
        assertThat(buffer.get(16).await()).isCloseTo(2, within(1e-5f));
        buffer.normalize(0.25f);
        assertThat(buffer.get(16).await()).isCloseTo(0.25f, within(1e-5f));
        buffer.gen(Waveform.sine2(2, 1).with(Waveform.Flag.CLEAR));
        assertThat(buffer.get(8).await()).isCloseTo(1, within(1e-5f));
        buffer.gen(Waveform.sine3(1, 1, Math.PI / 2).with(Waveform.Flag.CLEAR));
        assertThat(buffer.get(0).await()).isCloseTo(1, within(1e-5f));
        buffer.gen(Waveform.cheby(1).with(Waveform.Flag.CLEAR));
        assertThat(buffer.get(48).await()).isCloseTo(0.5f, within(1e-5f));
        buffer.gen(Waveform.sine1(1, 0.5));
        assertThat(buffer.toArray().await()).isNotEqualTo(new float[64]);

        Buffer numbers = client.buffer(BufferSource.load(1, 2, 3, 4));
        Buffer copy = client.buffer(BufferSource.alloc(3));
        copy.copyFrom(numbers);
        assertThat(copy.toArray().await()).containsExactly(1, 2, 3);
        copy.copyFrom(numbers, 2, 2, 1);
        assertThat(copy.toArray().await()).containsExactly(1, 3, 4);
    }

    @Test
    public void completionMessagesRunBeforeTheAnswer() {
        Buffer buffer =
                client.buffer(
                        BufferSource.alloc(4),
                        made -> OscMessage.of("/b_set", made.number(), 1, 0.5f));
        assertThat(buffer.toArray().await()).containsExactly(0, 0.5f, 0, 0);

        buffer.withCompletion(OscMessage.of("/b_set", buffer.number(), 2, 0.25f)).zero().await();
        assertThat(buffer.toArray().await()).containsExactly(0, 0, 0.25f, 0);

        Buffer loaded =
                client.buffer(
                        BufferSource.load(1, 2),
                        made -> OscMessage.of("/b_set", made.number(), 0, 9f));
        assertThat(loaded.toArray().await()).containsExactly(9, 2);
    }

    @Test
    public void whatScsynthKeepsSilentAboutIsTold() throws IOException {
        int available = client.ids().buffers().available();
        Path text = Files.writeString(folder.resolve("text.wav"), "this is not a sound file");
        Path tone = folder.resolve("tone.wav");
        Buffer ten = client.buffer(BufferSource.load(noise(10)));
        ten.write(tone).await();

        assertFails(BufferSource.allocRead(folder.resolve("missing.wav")), "No such file");
        assertFails(BufferSource.allocRead(folder), "could not be opened");
        assertFails(BufferSource.allocRead(text), "text.wav");
        assertFails(BufferSource.allocRead(SoundFilePart.of(tone).from(10)), "nothing to read");
        assertFails(BufferSource.allocRead(SoundFilePart.of(tone).channels(1)), "Channel index");
        assertFails(
                BufferSource.cueSoundFile(SoundFilePart.of(tone).from(11), 64), "nothing to read");

        assertThatThrownBy(() -> ten.read(SoundFilePart.of(tone).from(10), 0).await())
                .isInstanceOf(BufferException.class)
                .hasMessageContaining("nothing to read");
        Buffer stereo = client.buffer(BufferSource.alloc(10, 2));
        assertThatThrownBy(() -> stereo.read(tone).await())
                .isInstanceOf(CommandFailedException.class)
                .hasMessageContaining("Channel mismatch");
        assertThatThrownBy(() -> ten.write(folder.resolve("no/such.wav")).await())
                .isInstanceOf(CommandFailedException.class);

        stereo.free().await();
        ten.free().await();
        assertThat(client.ids().buffers().available()).isEqualTo(available);
    }

    private void assertFails(BufferSource source, String words) {
        Buffer buffer = client.buffer(source);
        assertThatThrownBy(() -> buffer.ready().await()).hasMessageContaining(words);
        assertThatThrownBy(() -> buffer.zero().await())
                .isInstanceOf(BufferException.class)
                .hasMessageContaining("making it failed");
    }

    @Test
    public void whatLiesOutsideIsRefused() {
        Buffer buffer = client.buffer(BufferSource.alloc(10, 2)).ready().await();

        assertThatThrownBy(() -> BufferSource.alloc(Integer.MAX_VALUE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at most 536870911 samples");
        assertRefused(() -> buffer.set(20, 1));
        assertRefused(() -> buffer.set(-1, 1));
        assertRefused(() -> buffer.setn(19, 1, 2));
        assertRefused(() -> buffer.fill(0, 21, 1));
        assertRefused(() -> buffer.get(20));
        assertRefused(() -> buffer.getn(1, 20));
        assertRefused(() -> buffer.load(new float[21]));
        assertRefused(() -> buffer.read(SoundFilePart.of(folder), 10));
        assertRefused(() -> buffer.write(folder, SoundFileFormat.WAV_FLOAT, 9, 2));
        Buffer early = client.buffer(BufferSource.alloc(4));
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
                .isThrownBy(() -> early.get(4).await());
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
                .isThrownBy(() -> early.copyFrom(buffer, 0, 5, 0).await());
    }

    private static void assertRefused(Runnable call) {
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(call::run);
    }

    @Test
    public void aFreedBufferIsNotUsed() {
        Buffer buffer = client.buffer(BufferSource.alloc(10));
        Buffer other = client.buffer(BufferSource.alloc(10));
        Reply<?> freed = buffer.free();

        assertThat(buffer.isFreed()).isTrue();
        assertThatThrownBy(() -> buffer.set(0, 1).await())
                .isInstanceOf(BufferException.class)
                .hasMessageContaining("was freed");
        assertThatThrownBy(() -> other.copyFrom(buffer).await())
                .isInstanceOf(BufferException.class);
        freed.await();
        buffer.free().await();
        assertThat(client.buffer(BufferSource.alloc(10)).number()).isEqualTo(buffer.number());
    }
}
