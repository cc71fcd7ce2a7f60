package org.scaena.bench.host;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.scaena.bench.TestAudio;
import org.scaena.bench.TestScsynth;
import org.scaena.bench.Work;

/** A distribution, newly unpacked, with one server on a JACK dummy of its own. */
final class HostHome implements AutoCloseable {

    private static final Pattern READY =
            Pattern.compile("scaena: ready: .*, (\\d+\\.\\d+) s after the start");

    private static final Pattern PORT = Pattern.compile("port=I\"(\\d+)\"");

    private static final Path BUILT =
            Path.of(System.getProperty("scaena.home", "distribution/target/scaena"));

    private final Path folder;

    private HostHome(Path folder) {
        this.folder = folder;
    }

    /**
     * One start.
     *
     * @param seconds until the server was usable, in the host's own figures
     * @param processorSeconds of the JVM until then, which do not tell what else the machine did
     * @param residentMb of the JVM then, in MB (10⁶ bytes)
     */
    record Start(double seconds, double processorSeconds, double residentMb) {}

    /** A home as it is after the build, with the archive of classes that a rehearsal has left. */
    static HostHome built() throws IOException {
        HostHome home = unpacked();
        Path state = Path.of("state");
        try (DirectoryStream<Path> archives =
                Files.newDirectoryStream(BUILT.resolve(state), "classes-*.jsa")) {
            for (Path archive : archives) {
                Path copy = home.folder.resolve(state).resolve(archive.getFileName());
                Files.copy(archive, copy, StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        return home;
    }

    /** A home as it comes out of the distribution's archive. */
    static HostHome unpacked() throws IOException {
        Path folder = Work.newFolder("home");
        copy(BUILT, folder);
        Files.write(
                folder.resolve("conf/org.scaena.server-default.config"),
                List.of(
                        "name=\"default\"",
                        "port=I\"" + TestScsynth.freePort() + "\"",
                        "audio=\"DUMMY\"",
                        "jackServer=\"" + TestAudio.newName() + "\"",
                        "periodFrames=I\"" + TestAudio.PERIOD + "\""));
        return new HostHome(folder);
    }

    /** More settings of its server. */
    void add(String... settings) throws IOException {
        Files.write(server(), List.of(settings), StandardOpenOption.APPEND);
    }

    /** Where its server listens. */
    int port() throws IOException {
        Matcher port = PORT.matcher(Files.readString(server()));
        if (!port.find()) {
            throw new IOException("no port is set in " + server());
        }
        return Integer.parseInt(port.group(1));
    }

    private Path server() {
        return folder.resolve("conf/org.scaena.server-default.config");
    }

    Path folder() {
        return folder;
    }

    /** What is done with a host while it runs. */
    interface Visit {
        /**
         * Does it.
         *
         * @param pid of the host's JVM
         */
        void with(String pid) throws IOException;
    }

    /** Starts the host, waits until its server is usable, and ends it. */
    Start start() throws IOException, InterruptedException {
        return whileItRuns(pid -> {});
    }

    /** Starts the host, does something when its server is usable, and ends it. */
    Start whileItRuns(Visit visit) throws IOException, InterruptedException {
        Process run =
                new ProcessBuilder(folder.resolve("bin/scaena").toString(), "run", "--no-install")
                        .redirectErrorStream(true)
                        .redirectInput(Path.of("/dev/null").toFile())
                        .start();
        StringBuilder all = new StringBuilder();
        Optional<Start> start = Optional.empty();
        try (BufferedReader said = run.inputReader()) {
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                all.append(line).append('\n');
                Matcher ready = READY.matcher(line);
                if (ready.matches()) {
                    double seconds = Double.parseDouble(ready.group(1));
                    start = Optional.of(start(seconds));
                    visit.with(pid());
                    run.toHandle().destroy();
                }
            }
        } finally {
            run.toHandle().destroy();
            run.waitFor();
        }
        return start.orElseThrow(() -> new IOException("the host did not become ready: " + all));
    }

    private Start start(double seconds) throws IOException {
        String pid = pid();
        return new Start(
                seconds, ProcFile.processorSeconds(pid), ProcFile.residentBytes(pid) / 1e6);
    }

    private String pid() throws IOException {
        String status = Files.readString(folder.resolve("state/host.status"));
        return status.lines().findFirst().orElseThrow().replace("pid=", "");
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    /** Copies what belongs to a new home: not what earlier runs have left in state and logs. */
    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path name = from.relativize(file);
                boolean left = name.startsWith("state") || name.startsWith("logs");
                if (Files.isDirectory(file)) {
                    if (!left || name.getNameCount() == 1) {
                        Files.createDirectories(to.resolve(name));
                    }
                } else if (!left) {
                    Files.copy(file, to.resolve(name), StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
    }
}
