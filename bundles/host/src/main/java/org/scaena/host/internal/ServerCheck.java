package org.scaena.host.internal;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.scaena.server.ServerOption;
import org.scaena.server.ServerOptions;
import org.scaena.server.ServerTextOption;

/** What no single attribute shows: options that do not go together, servers in each other's way. */
final class ServerCheck {

    private ServerCheck() {}

    /** What is wrong with the options of one server; its single values are right already. */
    static Optional<Problem> options(ConfigFile file, ConfiguredServer server) {
        Map<ServerOption, Integer> values = new EnumMap<>(ServerOption.class);
        for (ServerOption option : ServerOption.values()) {
            file.text(option.optionName())
                    .ifPresent(text -> values.put(option, Integer.parseInt(text.strip())));
        }
        Map<ServerTextOption, String> texts = new EnumMap<>(ServerTextOption.class);
        for (ServerTextOption option : ServerTextOption.values()) {
            file.text(option.optionName()).ifPresent(text -> texts.put(option, text.strip()));
        }
        try {
            new ServerOptions(server.port(), values, texts);
            return Optional.empty();
        } catch (IllegalArgumentException wrong) {
            String sentence = String.valueOf(wrong.getMessage());
            ConfigFile.Entry entry = file.entries().get(sentence.split(" ", 2)[0]);
            return Optional.of(
                    new Problem(file.path(), entry == null ? 0 : entry.line(), sentence));
        }
    }

    /** Names and ports that two servers have in common. */
    static List<Problem> together(List<ConfiguredServer> servers) {
        List<Problem> problems = new ArrayList<>();
        for (int second = 1; second < servers.size(); second++) {
            for (ConfiguredServer first : servers.subList(0, second)) {
                clash(first, servers.get(second)).ifPresent(problems::add);
            }
        }
        return problems;
    }

    private static Optional<Problem> clash(ConfiguredServer first, ConfiguredServer second) {
        String what = null;
        if (first.name().equals(second.name())) {
            what = "the server name '" + second.name() + "'";
        } else if (first.port() == second.port()) {
            what = "port " + second.port();
        }
        return Optional.ofNullable(what)
                .map(w -> w + " is taken by " + first.file() + "; choose another")
                .map(sentence -> new Problem(second.file(), 0, sentence));
    }
}
