package org.scaena.bench.growth;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.ServiceReference;
import org.scaena.bench.EmbeddedHost;
import org.scaena.node.Placement;
import org.scaena.server.Client;

/** Bundles that each have a view of the client and a group of their own. */
final class Plugins {

    private final EmbeddedHost host;
    private final List<Bundle> running = new ArrayList<>();

    Plugins(EmbeddedHost host) {
        this.host = host;
    }

    /** Starts more of them. */
    void growTo(int count) throws BundleException, IOException {
        while (running.size() < count) {
            running.add(start(running.size()));
        }
        host.client().sync().await();
    }

    private Bundle start(int number) throws BundleException, IOException {
        String name = "scaena.bench.plugin-" + number;
        Bundle bundle = host.context().installBundle(name, empty(name));
        bundle.start();
        BundleContext its = bundle.getBundleContext();
        ServiceReference<Client> reference = its.getServiceReference(Client.class);
        Client client = its.getService(reference);
        client.group("home", Placement.addToTail(client.defaultGroup()));
        return bundle;
    }

    /** Stops them all. */
    void end() throws BundleException {
        for (Bundle bundle : running) {
            bundle.uninstall();
        }
        running.clear();
        host.client().sync().await();
    }

    private static InputStream empty(String name) throws IOException {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.putValue("Manifest-Version", "1.0");
        main.putValue("Bundle-ManifestVersion", "2");
        main.putValue("Bundle-SymbolicName", name);
        main.putValue("Import-Package", "org.scaena.server");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new JarOutputStream(bytes, manifest).close();
        return new ByteArrayInputStream(bytes.toByteArray());
    }
}
