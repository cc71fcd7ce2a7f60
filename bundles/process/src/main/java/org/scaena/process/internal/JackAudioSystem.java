package org.scaena.process.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.scaena.command.Reply;
import org.scaena.process.AudioRequest;
import org.scaena.process.AudioRequest.Driver;
import org.scaena.process.AudioServer;
import org.scaena.process.AudioState;
import org.scaena.process.AudioSystem;
import org.scaena.process.JackdSpec;
import org.scaena.process.ManagedProcess;
import org.scaena.process.ProcessException;
import org.scaena.process.ProcessExit;
import org.scaena.process.ProcessManager;
import org.scaena.process.ProcessSpec;
import org.scaena.process.Program;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** JACK in its kinds. Ranked low, so that any other audio system goes before it. */
@Component(service = AudioSystem.class, property = "service.ranking:Integer=-100")
public final class JackAudioSystem implements AudioSystem {

    private static final Logger LOG = LoggerFactory.getLogger(JackAudioSystem.class);

    private final ProcessManager processes;
    private final HostAudio host;
    private final JackProbe probe;
    private final JackLauncher launcher;
    private final ReentrantLock opening = new ReentrantLock();

    /** Looks at this machine. */
    @Activate
    public JackAudioSystem(@Reference ProcessManager processes) {
        this(processes, HostAudio.ofHost());
    }

    JackAudioSystem(ProcessManager processes, HostAudio host) {
        this.processes = processes;
        this.host = host;
        this.probe = new JackProbe();
        this.launcher = new JackLauncher(processes, probe);
    }

    /** One after the other: two who want the same name shall not both start it. */
    @Override
    public AudioServer open(AudioRequest request) {
        JackMetadata.dropIfAbandoned();
        opening.lock();
        try {
            AudioServer server = ours(request).orElseGet(() -> choose(request));
            LOG.info("audio: {}", server.description());
            return server;
        } finally {
            opening.unlock();
        }
    }

    @Override
    public AudioState state(AudioServer server) {
        try {
            return isThere(server, probe::isRunning) ? AudioState.RUNNING : AudioState.ABSENT;
        } catch (ProcessException doesNotAnswer) {
            return AudioState.FROZEN;
        }
    }

    @Override
    public Reply<ProcessExit> gone(AudioServer server) {
        return server.process()
                .map(ManagedProcess::exit)
                .orElseGet(
                        () ->
                                AudioWatch.gone(
                                        server.environment()
                                                .getOrDefault(AudioServer.JACK_SERVER, "pipewire"),
                                        () -> isThere(server, probe::isThere)));
    }

    /** One without the name of a JACK server is PipeWire, or the system's own driver. */
    private boolean isThere(AudioServer server, Predicate<String> jackIsThere) {
        String name = server.environment().get(AudioServer.JACK_SERVER);
        if (name != null) {
            return jackIsThere.test(name);
        }
        return host.ownDriver().isPresent() || host.pwJack().isPresent();
    }

    /** The jackd that was started for this directory before, by us or by an earlier host. */
    private Optional<AudioServer> ours(AudioRequest request) {
        return JackRecord.read(request.directory())
                .filter(record -> fits(record, request))
                .flatMap(record -> ours(record, request));
    }

    private static boolean fits(JackRecord record, AudioRequest request) {
        boolean sameName =
                AudioNames.isDefault(request) || record.name().equals(request.jackServer());
        boolean sameDriver =
                switch (request.driver()) {
                    case AUTO, JACK -> true;
                    case PIPEWIRE -> false;
                    case ALSA, DUMMY -> record.driver() == request.driver();
                };
        return sameName && sameDriver;
    }

    private Optional<AudioServer> ours(JackRecord record, AudioRequest request) {
        ProcessSpec spec = spec(request, record.driver(), record.name()).toProcess();
        return processes
                .adopt(record.identity(), spec)
                .filter(process -> probe.isRunning(record.name()))
                .map(process -> started(record.description(), record.name(), process));
    }

    private AudioServer choose(AudioRequest request) {
        return switch (request.driver()) {
            case AUTO -> best(request);
            case JACK -> running(request).orElseThrow(() -> noJack(request));
            case PIPEWIRE -> pipeWire().orElseThrow(JackAudioSystem::noPipeWire);
            case ALSA ->
                    running(request)
                            .or(() -> onCard(request))
                            .orElseThrow(JackAudioSystem::noSoundCard);
            case DUMMY -> dummy(request);
        };
    }

    private AudioServer best(AudioRequest request) {
        return running(request)
                .or(this::pipeWire)
                .or(this::ownDriver)
                .or(() -> onCardIfItWorks(request))
                .orElseGet(() -> dummy(request));
    }

    private Optional<AudioServer> ownDriver() {
        return host.ownDriver()
                .map(
                        driver ->
                                new AudioServer(
                                        "the system's own " + driver,
                                        List.of(),
                                        Map.of(),
                                        Optional.empty()));
    }

    private Optional<AudioServer> onCardIfItWorks(AudioRequest request) {
        try {
            return onCard(request);
        } catch (ProcessException failure) {
            LOG.warn("there will be no sound: {}", failure.getMessage());
            return Optional.empty();
        }
    }

    private Optional<AudioServer> running(AudioRequest request) {
        return running(AudioNames.wanted(request, host));
    }

    private Optional<AudioServer> running(String name) {
        if (!probe.isRunning(name)) {
            return Optional.empty();
        }
        String description = "JACK server %s, which was running already".formatted(name);
        return Optional.of(
                new AudioServer(description, List.of(), environment(name), Optional.empty()));
    }

    /**
     * PipeWire names ports after its devices, unless it is asked to call the default one system.
     */
    private Optional<AudioServer> pipeWire() {
        return host.pwJack()
                .map(
                        pwJack -> {
                            Map<String, String> variables =
                                    new HashMap<>(environment(AudioNames.DEFAULT));
                            variables.remove(AudioServer.JACK_SERVER);
                            variables.put("PIPEWIRE_PROPS", "{ jack.default-as-system = true }");
                            return new AudioServer(
                                    "PipeWire's JACK, through " + pwJack,
                                    List.of(pwJack.toString()),
                                    variables,
                                    Optional.empty());
                        });
    }

    private Optional<AudioServer> onCard(AudioRequest request) {
        String name = AudioNames.wanted(request, host);
        return host.soundCard()
                .map(
                        card ->
                                start(
                                        request,
                                        Driver.ALSA,
                                        "on sound card " + card,
                                        spec(request, Driver.ALSA, name).on("hw:" + card)));
    }

    private AudioServer dummy(AudioRequest request) {
        String name = AudioNames.ofDummy(request);
        return running(name)
                .orElseGet(
                        () ->
                                start(
                                        request,
                                        Driver.DUMMY,
                                        "without a sound card (dummy driver)",
                                        spec(request, Driver.DUMMY, name)));
    }

    private static JackdSpec spec(AudioRequest request, Driver driver, String name) {
        try {
            return new JackdSpec(
                    Program.jackd(),
                    name,
                    driver == Driver.ALSA ? JackdSpec.Driver.ALSA : JackdSpec.Driver.DUMMY,
                    Optional.empty(),
                    request.sampleRate(),
                    request.periodFrames(),
                    request.directory(),
                    request.survivesHost());
        } catch (IllegalArgumentException outOfRange) {
            throw new ProcessException(
                    "jackd %s cannot be started: %s".formatted(name, outOfRange.getMessage()),
                    outOfRange);
        }
    }

    private AudioServer start(AudioRequest request, Driver driver, String where, JackdSpec spec) {
        String description =
                "jackd %s %s, %d Hz, %d frames"
                        .formatted(spec.server(), where, spec.sampleRate(), spec.periodFrames());
        ManagedProcess process = launcher.start(spec);
        new JackRecord(spec.server(), driver, description, process.identity())
                .write(request.directory());
        return started(description, spec.server(), process);
    }

    private static AudioServer started(String description, String name, ManagedProcess process) {
        return new AudioServer(description, List.of(), environment(name), Optional.of(process));
    }

    /** What scsynth needs to find the server and to be heard. */
    private static Map<String, String> environment(String name) {
        return Map.of(
                AudioServer.JACK_SERVER,
                name,
                "JACK_NO_START_SERVER",
                "1",
                "SC_JACK_DEFAULT_INPUTS",
                "system",
                "SC_JACK_DEFAULT_OUTPUTS",
                "system");
    }

    private ProcessException noJack(AudioRequest request) {
        return new ProcessException(
                "no JACK server %s runs: start it, or let the driver be AUTO"
                        .formatted(AudioNames.wanted(request, host)));
    }

    private static ProcessException noPipeWire() {
        return new ProcessException(
                "PipeWire does not run, or pw-jack is missing: apt-get install pipewire-jack, or"
                        + " let the driver be AUTO");
    }

    private static ProcessException noSoundCard() {
        return new ProcessException(
                "no sound card that can play was found: plug one in, or let the driver be DUMMY");
    }
}
