package org.scaena.host.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The {@code .config} files of a folder, and what of them is in force: what they said when all were
 * right last. For one thread.
 */
final class Settings {

    private static final Logger LOG = LoggerFactory.getLogger(Settings.class);

    private final Path folder;
    private final Supplier<Catalogue> catalogue;
    private final Configurations configurations;
    private final Voice voice;
    private final Map<String, ConfigFile> inForce = new LinkedHashMap<>();
    private FolderState seen;
    private FolderState taken;

    Settings(
            Path folder,
            Supplier<Catalogue> catalogue,
            Configurations configurations,
            Voice voice) {
        this.folder = folder;
        this.catalogue = catalogue;
        this.configurations = configurations;
        this.voice = voice;
        seen = FolderState.of(folder);
        taken = seen;
    }

    /** Reads the files; if all are right they come in force. Says nothing, but to the log. */
    ConfigCheck begin() {
        ConfigCheck check = ConfigCheck.of(folder, catalogue.get());
        check.problems().forEach(problem -> LOG.error("{}", problem));
        if (check.problems().isEmpty()) {
            apply(check);
        }
        return check;
    }

    /**
     * Takes up what was changed, if nothing was since the last look: a file may still be written.
     */
    void look() {
        FolderState now = FolderState.of(folder);
        boolean still = now.equals(seen);
        seen = now;
        if (!still || now.equals(taken)) {
            return;
        }
        taken = now;
        ConfigCheck check = ConfigCheck.of(folder, catalogue.get());
        if (check.problems().isEmpty()) {
            apply(check).forEach(voice::say);
        } else {
            check.problems().forEach(this::refuse);
        }
    }

    private void refuse(Problem problem) {
        voice.complain(problem + "; the settings before hold until this is mended");
    }

    /** What came of it, a line for each file that has changed. */
    private List<String> apply(ConfigCheck check) {
        List<String> changes = new ArrayList<>();
        Map<String, ConfigFile> gone = new LinkedHashMap<>(inForce);
        inForce.clear();
        try {
            for (ConfigFile file : check.files()) {
                gone.remove(file.path());
                inForce.put(file.path(), file);
                if (file.typed() && configurations.put(file)) {
                    changes.add(file.path() + " is in force");
                }
            }
            for (ConfigFile file : gone.values()) {
                configurations.remove(file);
                changes.add(file.path() + " is gone, and with it what it configured");
            }
        } catch (IOException failed) {
            voice.complain("the settings in conf could not be put in force: " + failed);
        }
        return changes;
    }
}
