package org.scaena.itests.continuity;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.Constants;

/** A bundle of an activator and its nested classes, with a class loader of its own. */
public final class PluginJar {

    private static final String COMPONENTS = "OSGI-INF/";

    private final byte[] bytes;

    /**
     * A bundle.
     *
     * @param nested the simple names of the activator's nested classes
     * @param resources other files, by name; those in {@value #COMPONENTS} describe components
     * @param imports the packages it needs
     */
    public PluginJar(
            String name,
            Class<? extends BundleActivator> activator,
            Stream<String> nested,
            Map<String, byte[]> resources,
            Stream<String> imports)
            throws IOException {
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.putValue(Constants.BUNDLE_MANIFESTVERSION, "2");
        attributes.putValue(Constants.BUNDLE_SYMBOLICNAME, name);
        attributes.putValue(Constants.BUNDLE_ACTIVATOR, activator.getName());
        attributes.putValue(Constants.IMPORT_PACKAGE, imports.collect(Collectors.joining(",")));
        String components =
                resources.keySet().stream()
                        .filter(resource -> resource.startsWith(COMPONENTS))
                        .collect(Collectors.joining(","));
        if (!components.isEmpty()) {
            attributes.putValue("Service-Component", components);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(out, manifest)) {
            String path = activator.getName().replace('.', '/');
            add(jar, path + ".class", read(activator, path + ".class"));
            for (String simple : nested.toList()) {
                String file = path + "$" + simple + ".class";
                add(jar, file, read(activator, file));
            }
            for (Map.Entry<String, byte[]> resource : resources.entrySet()) {
                add(jar, resource.getKey(), resource.getValue());
            }
        }
        bytes = out.toByteArray();
    }

    private static void add(JarOutputStream jar, String name, byte[] content) throws IOException {
        jar.putNextEntry(new JarEntry(name));
        jar.write(content);
    }

    private static byte[] read(Class<?> beside, String file) throws IOException {
        try (InputStream in = beside.getClassLoader().getResourceAsStream(file)) {
            return in.readAllBytes();
        }
    }

    /** Puts it into the deployment folder of a host. */
    public void deploy(Path home, String name) throws IOException {
        Files.write(home.resolve("deploy").resolve(name), bytes);
    }

    /** Its file. */
    public InputStream open() {
        return new ByteArrayInputStream(bytes);
    }
}
