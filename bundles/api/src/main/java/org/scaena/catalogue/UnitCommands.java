package org.scaena.catalogue;

import org.scaena.command.Command;
import org.scaena.command.Done;

/** Commands for a single unit of a synth. Source: Server Command Reference, "Unit Generators". */
public final class UnitCommands {

    private UnitCommands() {}

    /**
     * {@code /u_cmd}: a command that a unit understands.
     *
     * @param node the synth
     * @param unit the unit's place in the definition, from 0
     * @param name of the command
     * @param arguments whatever it takes, of OSC types
     */
    public static Command<Done> command(int node, int unit, String name, Object... arguments) {
        return Command.silent(
                Arguments.of("/u_cmd")
                        .node(node)
                        .atLeast(0, "unit", unit)
                        .text("the unit command's name", name)
                        .anything(arguments)
                        .message());
    }
}
