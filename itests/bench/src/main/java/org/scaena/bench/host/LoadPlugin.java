package org.scaena.bench.host;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/** Makes a bundle of {@link Load}. */
final class LoadPlugin {

    private LoadPlugin() {}

    /** Writes it into a host's folder for plugins. */
    static void write(Path home) throws IOException {
        String name = Load.class.getName();
        String file = name.replace('.', '/') + ".class";
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.putValue("Manifest-Version", "1.0");
        main.putValue("Bundle-ManifestVersion", "2");
        main.putValue("Bundle-SymbolicName", "scaena.bench.load");
        main.putValue("Bundle-Activator", name);
        main.putValue(
                "Import-Package",
                "org.osgi.framework,org.osgi.util.tracker,org.scaena.buffer,org.scaena.command,"
                        + "org.scaena.node,org.scaena.server");
        try (InputStream code = Load.class.getResourceAsStream("Load.class");
                JarOutputStream jar =
                        new JarOutputStream(
                                Files.newOutputStream(home.resolve("deploy/load.jar")), manifest)) {
            jar.putNextEntry(new ZipEntry(file));
            code.transferTo(jar);
            jar.closeEntry();
        }
    }
}
