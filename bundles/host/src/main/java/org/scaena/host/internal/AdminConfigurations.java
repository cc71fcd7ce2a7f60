package org.scaena.host.internal;

import java.io.IOException;
import java.util.Dictionary;
import java.util.Hashtable;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;

/** Configuration Admin. */
record AdminConfigurations(ConfigurationAdmin admin) implements Configurations {

    /** Any bundle may read it. */
    private static final String ANYWHERE = "?";

    @Override
    public boolean put(ConfigFile file) throws IOException {
        Dictionary<String, Object> settings = new Hashtable<>();
        file.entries().forEach((key, entry) -> settings.put(key, entry.value()));
        return of(file).updateIfDifferent(settings);
    }

    @Override
    public void remove(ConfigFile file) throws IOException {
        of(file).delete();
    }

    private Configuration of(ConfigFile file) throws IOException {
        return file.name().isPresent()
                ? admin.getFactoryConfiguration(file.pid(), file.name().get(), ANYWHERE)
                : admin.getConfiguration(file.pid(), ANYWHERE);
    }
}
