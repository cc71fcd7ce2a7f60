package org.scaena.host.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.osgi.service.metatype.AttributeDefinition;

/**
 * Reads a folder of configuration files and says what is wrong with them.
 *
 * @param files all of them, right or wrong
 * @param servers the servers that are configured, as far as their files are right
 * @param problems what is wrong, in the order of files and lines
 */
record ConfigCheck(List<ConfigFile> files, List<ConfiguredServer> servers, List<Problem> problems) {

    /**
     * Reads all files; those that configure nothing known are passed over unless a name is near.
     */
    static ConfigCheck of(Path folder, Catalogue catalogue) {
        ConfigCheck check =
                new ConfigCheck(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> file.toString().matches(".*\\.(config|cfg)"))
                    .sorted()
                    .forEach(file -> check.add(ConfigFile.read(file), catalogue));
        } catch (IOException unreadable) {
            check.problems.add(
                    new Problem(folder.toString(), 0, "cannot be read: " + unreadable.toString()));
        }
        check.problems.addAll(ServerCheck.together(check.servers));
        return check;
    }

    /** There are no files. */
    static ConfigCheck ofNothing() {
        return new ConfigCheck(List.of(), List.of(), List.of());
    }

    private void add(ConfigFile file, Catalogue catalogue) {
        files.add(file);
        List<Problem> found = new ArrayList<>(file.problems());
        Map<String, AttributeDefinition> attributes =
                (file.factory() ? catalogue.factories() : catalogue.singletons()).get(file.pid());
        if (attributes == null) {
            unknownPid(file, catalogue, found);
        } else {
            file.entries()
                    .forEach((key, entry) -> check(file, key, entry, attributes, catalogue, found));
        }
        if (found.isEmpty()) {
            ConfiguredServer.of(file)
                    .ifPresent(
                            server -> {
                                servers.add(server);
                                ServerCheck.options(file, server).ifPresent(found::add);
                            });
        }
        problems.addAll(found);
    }

    private static void check(
            ConfigFile file,
            String key,
            ConfigFile.Entry entry,
            Map<String, AttributeDefinition> attributes,
            Catalogue catalogue,
            List<Problem> found) {
        AttributeDefinition attribute = attributes.get(key);
        if (attribute != null) {
            AttributeCheck.check(
                            attribute,
                            entry.value(),
                            () -> catalogue.ranges().text(file.pid(), key))
                    .ifPresent(wrong -> found.add(new Problem(file.path(), entry.line(), wrong)));
        } else if (key.equals("service.ranking")) {
            if (!(entry.value() instanceof Integer)) {
                String sentence =
                        "service.ranking is ignored unless written as a whole number, I\"%s\"";
                found.add(
                        new Problem(file.path(), entry.line(), sentence.formatted(entry.value())));
            }
        } else if (!key.matches("(service|component|felix|osgi)\\..*|\\..*|.*\\.target")) {
            found.add(
                    new Problem(
                            file.path(),
                            entry.line(),
                            "there is no setting '%s'".formatted(key)
                                    + NearestMatch.question(key, attributes.keySet())));
        }
    }

    private static void unknownPid(ConfigFile file, Catalogue catalogue, List<Problem> found) {
        if (!file.factory() && catalogue.factories().containsKey(file.pid())) {
            String sentence = "the name must tell which one; rename it to %s-default.config";
            found.add(new Problem(file.path(), 0, sentence.formatted(file.pid())));
            return;
        }
        Set<String> known = new TreeSet<>(catalogue.factories().keySet());
        known.addAll(catalogue.singletons().keySet());
        NearestMatch.to(file.pid(), known)
                .filter(near -> NearestMatch.edits(near, file.pid()) <= 2)
                .map("nothing is configured by this name; did you mean '%s'?"::formatted)
                .ifPresent(sentence -> found.add(new Problem(file.path(), 0, sentence)));
    }
}
