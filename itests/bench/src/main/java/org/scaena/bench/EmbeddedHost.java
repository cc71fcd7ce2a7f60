package org.scaena.bench;

import java.io.File;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.apache.felix.framework.FrameworkFactory;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.osgi.util.tracker.ServiceTracker;
import org.scaena.osc.OscEndpoint;
import org.scaena.server.Client;
import org.scaena.server.Server;

/**
 * The distribution's bundles in a Felix within this JVM, with one server on a JACK dummy of its
 * own: what a plugin sees, to be measured.
 *
 * <p>The contracts come from the class path, so that services are called as a plugin calls them.
 */
public final class EmbeddedHost implements AutoCloseable {

    private static final String HOME = "scaena.home";
    private static final String DEPLOY = "deploy";

    private static final @Nullable String HOME_BEFORE = System.getProperty(HOME);

    private static final Path DISTRIBUTION =
            Path.of(HOME_BEFORE == null ? "distribution/target/scaena" : HOME_BEFORE);

    /** On the class path, or made for a host that has a JVM for itself. */
    private static final Set<String> LEFT_OUT =
            Set.of(
                    "org.scaena.api.jar",
                    "org.scaena.host.jar",
                    "org.scaena.console.jar",
                    "org.apache.felix.gogo.jline.jar");

    /** Of servers that never run. */
    private static final int FIRST_PORT = 40_000;

    private static final Duration LIMIT = Duration.ofSeconds(30);

    /** Java's watch service, by which they are found, keeps 512 files in mind. */
    private static final int AT_ONCE = 250;

    /** Of those that are configured at once. */
    private static final Duration SERVERS_LIMIT = Duration.ofMinutes(2);

    private static final long POLL_NS = Duration.ofMillis(50).toNanos();

    private final Framework felix;
    private final Client client;
    private final Path home;

    private EmbeddedHost(Framework felix, Client client, Path home) {
        this.felix = felix;
        this.client = client;
        this.home = home;
    }

    /**
     * Starts one and waits until its server is usable.
     *
     * @param options settings of the server beside those of where it plays, numbers and switches,
     *     for example {@code numBuffers}
     */
    public static EmbeddedHost start(Map<String, ?> options)
            throws IOException, BundleException, InterruptedException {
        Path home = Work.newFolder("embedded");
        Path conf = Files.createDirectories(home.resolve("conf"));
        Files.createDirectories(home.resolve(DEPLOY));
        Files.write(conf.resolve("org.scaena.server-bench.config"), settings(options));
        Framework felix = new FrameworkFactory().newFramework(properties(home));
        System.setProperty(HOME, home.toString());
        try {
            felix.start();
            return new EmbeddedHost(felix, client(felix.getBundleContext()), home);
        } catch (IOException | BundleException | RuntimeException failed) {
            felix.stop();
            restoreHome();
            throw failed;
        }
    }

    private static List<String> settings(Map<String, ?> options) throws IOException {
        List<String> settings = new ArrayList<>();
        settings.add("name=\"bench\"");
        settings.add("port=I\"" + TestScsynth.freePort() + "\"");
        settings.add("audio=\"DUMMY\"");
        settings.add("startupSound=B\"false\""); // it would be in recordings
        settings.add("jackServer=\"" + TestAudio.newName() + "\"");
        settings.add("periodFrames=I\"" + TestAudio.PERIOD + "\"");
        options.forEach(
                (option, value) -> {
                    String type = value instanceof Boolean ? "B" : "I";
                    settings.add(option + "=" + type + "\"" + value + "\"");
                });
        return settings;
    }

    private static Map<String, String> properties(Path home) throws IOException {
        Map<String, String> properties = new HashMap<>();
        properties.put(Constants.FRAMEWORK_STORAGE, home.resolve("cache").toString());
        properties.put(Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA, contracts());
        properties.put("felix.fileinstall.dir", home.resolve("conf") + "," + home.resolve(DEPLOY));
        properties.put("felix.fileinstall.tmpdir", home.resolve("fileinstall").toString());
        properties.put("felix.fileinstall.noInitialDelay", "true");
        properties.put("felix.fileinstall.poll", "200");
        properties.put("felix.fileinstall.enableConfigSave", "false"); // it may read its own half
        properties.put("org.ops4j.pax.logging.DefaultServiceLog.level", "WARN");
        return properties;
    }

    /** The packages that the bundle of the contracts exports, as it says itself. */
    private static String contracts() throws IOException {
        try (JarFile contracts = new JarFile(onClassPath("org.scaena.api").toFile())) {
            return contracts.getManifest().getMainAttributes().getValue(Constants.EXPORT_PACKAGE);
        }
    }

    /** Starts all bundles. */
    private static Client client(BundleContext context)
            throws IOException, BundleException, InterruptedException {
        for (Bundle bundle : installed(context)) {
            bundle.start();
        }
        ServiceTracker<Client, Client> tracker = new ServiceTracker<>(context, Client.class, null);
        tracker.open();
        Client client = tracker.waitForService(LIMIT.toMillis());
        if (client == null) {
            throw new IOException("the server was not usable within " + LIMIT);
        }
        return client;
    }

    private static List<Bundle> installed(BundleContext context)
            throws IOException, BundleException {
        List<Bundle> bundles = new ArrayList<>();
        try (DirectoryStream<Path> jars =
                Files.newDirectoryStream(DISTRIBUTION.resolve("bundles"), "*.jar")) {
            for (Path jar : jars) {
                if (!LEFT_OUT.contains(jar.getFileName().toString())) {
                    bundles.add(context.installBundle("reference:" + jar.toUri()));
                }
            }
        }
        return bundles;
    }

    /** A login on its server. */
    public Client client() {
        return client;
    }

    /** Has so many servers configured beside its own; none of them runs. */
    public void configureServers(int count) throws Exception {
        for (int i = 0; i < count; i++) {
            Path file = home.resolve("conf/org.scaena.server-more" + i + ".config");
            if (!Files.exists(file)) {
                Path whole = home.resolve("more.config"); // half of a file is read as a whole one
                Files.write(
                        whole,
                        List.of(
                                "name=\"more" + i + "\"",
                                "port=I\"" + (FIRST_PORT + i) + "\"",
                                "autoBoot=B\"false\""));
                Files.move(whole, file);
            }
            if (i % AT_ONCE == AT_ONCE - 1) {
                awaitServers(i + 1);
            }
        }
        awaitServers(count);
    }

    private void awaitServers(int count) throws Exception {
        long deadline = System.nanoTime() + SERVERS_LIMIT.toNanos();
        while (context().getServiceReferences(Server.class, null).size() <= count) {
            if (System.nanoTime() - deadline > 0) {
                throw new IOException(
                        "%d servers were not there within %s".formatted(count, SERVERS_LIMIT));
            }
            LockSupport.parkNanos(POLL_NS);
        }
    }

    /** The framework, in which more can be registered or installed. */
    public BundleContext context() {
        return felix.getBundleContext();
    }

    /** The folder in which a bundle's file is found and installed. */
    public Path deploy() {
        return home.resolve(DEPLOY);
    }

    /** The file of a bundle of the distribution. */
    public static Path jar(String name) {
        return DISTRIBUTION.resolve("bundles").resolve(name + ".jar");
    }

    /** Where its scsynth listens; others may log in there too. */
    public InetSocketAddress scsynth() {
        OscEndpoint endpoint = client.server().endpoint();
        return new InetSocketAddress(endpoint.host(), endpoint.port());
    }

    /** One of its bundles. */
    public Bundle bundle(String symbolicName) {
        return Stream.of(context().getBundles())
                .filter(bundle -> symbolicName.equals(bundle.getSymbolicName()))
                .findFirst()
                .orElseThrow();
    }

    /** A jar that is on the class path of this JVM, by the name of its artifact. */
    public static Path onClassPath(String artifact) {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(jar -> jar.getFileName().toString().matches(artifact + "-[0-9].*\\.jar"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(artifact + " is no jar here"));
    }

    /** Installs one more bundle. */
    public Bundle install(Path jar) throws BundleException {
        return context().installBundle("reference:" + jar.toUri());
    }

    /** Configures a component, soon. */
    public void configure(String pid, String line) throws IOException {
        Files.write(home.resolve("conf").resolve(pid + ".config"), List.of(line));
    }

    /** Ends the server and all else. */
    @Override
    public void close() throws BundleException {
        felix.stop();
        try {
            felix.waitForStop(LIMIT.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            restoreHome();
        }
    }

    /** Bundles find their folders by this property of the JVM. */
    private static void restoreHome() {
        if (HOME_BEFORE == null) {
            System.clearProperty(HOME);
        } else {
            System.setProperty(HOME, HOME_BEFORE);
        }
    }
}
