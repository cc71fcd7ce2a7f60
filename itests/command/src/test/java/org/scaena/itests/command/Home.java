package org.scaena.itests.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.BindException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/** A copy of the unpacked distribution, and its command. */
final class Home {

    private static final Path DISTRIBUTION = Path.of(System.getProperty("scaena.home"));

    private static final String[] TOOLS =
            ("awk bash cat cut dirname env flock grep head id mkdir mktemp readlink rm sed sleep"
                            + " stty tee tr uname")
                    .split(" ");

    private final Path folder;
    private String path = System.getenv("PATH");
    private String javaOptions = "";
    private String javaHome = System.getProperty("java.home");

    /** Copies the distribution into a folder. */
    Home(Path folder) {
        this.folder = folder;
        copy(DISTRIBUTION, folder);
        assertThat(folder.resolve("bin/scaena").toFile().setExecutable(true)).isTrue();
    }

    /**
     * A UDP port that is free now, below those that the system hands out: nobody's socket takes it
     * while its server is restarted.
     */
    static int freePort() throws IOException {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(20_000, 32_000);
            try (DatagramSocket probe =
                    new DatagramSocket(port, InetAddress.getLoopbackAddress())) {
                return probe.getLocalPort();
            } catch (BindException taken) {
                // another one, then
            }
        }
    }

    /** A path in this home. */
    Path at(String name) {
        return folder.resolve(name);
    }

    /** Takes the configuration of the default server away: the host is ready without one. */
    void configureNoServer() throws IOException {
        Files.delete(at("conf/org.scaena.server-default.config"));
    }

    /** Replaces the configuration of the default server. */
    void configureServer(String... lines) throws IOException {
        Files.write(at("conf/org.scaena.server-default.config"), List.of(lines));
    }

    /** The process of the host that runs in it. */
    long hostPid() throws IOException {
        return Files.readAllLines(at("state/host.status")).stream()
                .filter(line -> line.startsWith("pid="))
                .mapToLong(line -> Long.parseLong(line.substring(4)))
                .findFirst()
                .orElseThrow();
    }

    /** Deletes a file in it. */
    void delete(String name) throws IOException {
        Files.delete(at(name));
    }

    /** The command finds, besides the tools that every system has, only these programs. */
    void leaveOnly(String... names) throws IOException {
        Path programs = Files.createDirectory(at("programs"));
        for (String tool : TOOLS) {
            executable(programs.resolve(tool), "#!/bin/sh\nexec " + find(tool) + " \"$@\"\n");
        }
        for (String name : names) {
            executable(programs.resolve(name), "#!/bin/sh\nexit 1\n");
        }
        path = programs.toString();
    }

    /** Makes a script. */
    static void executable(Path file, String text) throws IOException {
        Files.writeString(file, text);
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    /** The command gives these to the JVM. */
    void setJavaOptions(String options) {
        javaOptions = options;
    }

    /** The command takes the Java that is there. */
    void setJavaHome(Path directory) {
        javaHome = directory.toString();
    }

    /**
     * Starts the command; its input is empty, as under a service manager. Whoever runs the tests in
     * the background has Ctrl-C ignored, which a shell could not undo.
     */
    Command command(String... words) throws IOException {
        List<String> line = new ArrayList<>(List.of("env", "--default-signal=INT,HUP"));
        line.add(at("bin/scaena").toString());
        line.addAll(List.of(words));
        return start(line, Redirect.from(Path.of("/dev/null").toFile()));
    }

    /** Starts the command on a terminal of its own, at which is typed what is sent to it. */
    Command onTerminal(String words) throws IOException {
        String line = "stty cols 80 rows 24 && exec '%s' %s".formatted(at("bin/scaena"), words);
        return start(List.of("script", "-qefc", line, "/dev/null"), Redirect.PIPE);
    }

    private Command start(List<String> line, Redirect input) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(line);
        builder.environment().put("PATH", path);
        builder.environment().put("TMPDIR", folder.toString());
        builder.environment().put("JAVA_HOME", javaHome);
        builder.environment().put("SCAENA_JAVA_OPTS", javaOptions);
        builder.environment().put("TERM", "xterm-256color");
        builder.redirectInput(input);
        return new Command(builder);
    }

    /** Every process that works in this home or was started from it. */
    List<ProcessHandle> processes() {
        return ProcessHandle.allProcesses().filter(this::isOurs).toList();
    }

    /** Fails with the command lines of what still runs. */
    void assertNothingRuns() {
        assertThat(processes()).extracting(p -> p.info().commandLine()).isEmpty();
    }

    private boolean isOurs(ProcessHandle process) {
        try {
            Path proc = Path.of("/proc", Long.toString(process.pid()));
            return Files.readSymbolicLink(proc.resolve("cwd")).startsWith(folder)
                    || Files.readString(proc.resolve("cmdline")).contains(folder.toString());
        } catch (IOException gone) {
            return false;
        }
    }

    private static Path find(String tool) {
        return Stream.of(System.getenv("PATH").split(":"))
                .map(directory -> Path.of(directory, tool))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new AssertionError(tool + " is not on the PATH"));
    }

    private static void copy(Path from, Path to) {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path target = to.resolve(from.relativize(file).toString());
                if (!Files.isDirectory(target)) {
                    Files.copy(file, target);
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
