package org.scaena.server.internal;

import static java.util.Map.entry;
import static org.scaena.server.internal.Slots.ANYTHING;
import static org.scaena.server.internal.Slots.AUDIO_BUS_OR_NONE;
import static org.scaena.server.internal.Slots.BLOB;
import static org.scaena.server.internal.Slots.BUFFER;
import static org.scaena.server.internal.Slots.CHANNEL_OR_COMPLETION;
import static org.scaena.server.internal.Slots.COMPLETION;
import static org.scaena.server.internal.Slots.CONTROL;
import static org.scaena.server.internal.Slots.CONTROL_BUS;
import static org.scaena.server.internal.Slots.CONTROL_BUSES;
import static org.scaena.server.internal.Slots.CONTROL_BUS_OR_NONE;
import static org.scaena.server.internal.Slots.COUNT;
import static org.scaena.server.internal.Slots.FRAMES;
import static org.scaena.server.internal.Slots.INDEX;
import static org.scaena.server.internal.Slots.INT;
import static org.scaena.server.internal.Slots.NEW_NODE;
import static org.scaena.server.internal.Slots.NODE;
import static org.scaena.server.internal.Slots.NUMBER;
import static org.scaena.server.internal.Slots.NUMBERS;
import static org.scaena.server.internal.Slots.PLACEMENT;
import static org.scaena.server.internal.Slots.SIZE;
import static org.scaena.server.internal.Slots.TEXT;
import static org.scaena.server.internal.Slots.VALUE;
import static org.scaena.server.internal.Slots.VALUES;
import static org.scaena.server.internal.Slots.between;

import java.util.HashMap;
import java.util.Map;

/** The arguments of every command. Source: Server Command Reference. */
final class CommandRules {

    private static final CommandRule NOTHING = CommandRule.of();
    private static final CommandRule NODES = NOTHING.repeat(NODE);
    private static final CommandRule NODE_PAIRS = NOTHING.repeat(NODE, NODE);
    private static final CommandRule FLAGGED_NODES = NOTHING.repeat(NODE, INT);
    private static final CommandRule GROUPS = NOTHING.repeat(NEW_NODE, PLACEMENT);
    private static final CommandRule PATH = CommandRule.of(TEXT).then(COMPLETION);
    private static final CommandRule BUFFER_ONLY = CommandRule.of(BUFFER).then(COMPLETION);

    private static final Map<String, CommandRule> GLOBAL =
            Map.ofEntries(
                    entry("/none", NOTHING),
                    entry("/notify", NOTHING.then(INT, INT)),
                    entry("/status", NOTHING),
                    entry("/quit", NOTHING),
                    entry("/cmd", CommandRule.of(TEXT).repeat(ANYTHING)),
                    entry("/dumpOSC", CommandRule.of(between("level", 0, 3))),
                    entry("/clearSched", NOTHING),
                    entry("/sync", NOTHING.then(INT)),
                    entry("/error", NOTHING.then(between("mode", -2, 1))),
                    entry("/version", NOTHING),
                    entry("/d_recv", CommandRule.of(BLOB).then(COMPLETION)),
                    entry("/d_load", PATH),
                    entry("/d_loadDir", PATH),
                    entry("/d_free", NOTHING.repeat(TEXT)),
                    entry("/d_freeAll", NOTHING));

    private static final Map<String, CommandRule> NODE_COMMANDS =
            Map.ofEntries(
                    entry(
                            "/s_new",
                            CommandRule.of(TEXT).then(NEW_NODE, PLACEMENT).repeat(CONTROL, VALUE)),
                    entry(
                            "/s_newargs",
                            CommandRule.of(TEXT).then(NEW_NODE, PLACEMENT).repeat(CONTROL, VALUES)),
                    entry("/s_get", CommandRule.of(NODE).repeat(CONTROL)),
                    entry("/s_getn", CommandRule.of(NODE).repeat(CONTROL, COUNT)),
                    entry("/s_noid", NODES),
                    entry("/n_free", NODES),
                    entry("/n_run", FLAGGED_NODES),
                    entry("/n_set", CommandRule.of(NODE).repeat(CONTROL, VALUE)),
                    entry("/n_setn", CommandRule.of(NODE).repeat(CONTROL, VALUES)),
                    entry("/n_fill", CommandRule.of(NODE).repeat(CONTROL, COUNT, NUMBER)),
                    entry("/n_map", CommandRule.of(NODE).repeat(CONTROL, CONTROL_BUS_OR_NONE)),
                    entry(
                            "/n_mapn",
                            CommandRule.of(NODE).repeat(CONTROL, CONTROL_BUS_OR_NONE, COUNT)),
                    entry("/n_mapa", CommandRule.of(NODE).repeat(CONTROL, AUDIO_BUS_OR_NONE)),
                    entry(
                            "/n_mapan",
                            CommandRule.of(NODE).repeat(CONTROL, AUDIO_BUS_OR_NONE, COUNT)),
                    entry("/n_before", NODE_PAIRS),
                    entry("/n_after", NODE_PAIRS),
                    entry(
                            "/n_order",
                            CommandRule.of(between("add action", 0, 3), NODE).repeat(NODE)),
                    entry("/n_query", NODES),
                    entry("/n_trace", NODES),
                    entry("/u_cmd", CommandRule.of(NODE, INDEX, TEXT).repeat(ANYTHING)),
                    entry("/g_new", GROUPS),
                    entry("/p_new", GROUPS),
                    entry("/g_head", NODE_PAIRS),
                    entry("/g_tail", NODE_PAIRS),
                    entry("/g_freeAll", NODES),
                    entry("/g_deepFree", NODES),
                    entry("/g_dumpTree", FLAGGED_NODES),
                    entry("/g_queryTree", FLAGGED_NODES));

    private static final Map<String, CommandRule> BUFFER_COMMANDS =
            Map.ofEntries(
                    entry("/b_alloc", CommandRule.of(BUFFER, SIZE).then(SIZE, COMPLETION)),
                    entry(
                            "/b_allocRead",
                            CommandRule.of(BUFFER, TEXT).then(INDEX, FRAMES, COMPLETION)),
                    entry(
                            "/b_allocReadChannel",
                            CommandRule.of(BUFFER, TEXT, INDEX, FRAMES)
                                    .repeat(CHANNEL_OR_COMPLETION)),
                    entry(
                            "/b_read",
                            CommandRule.of(BUFFER, TEXT)
                                    .then(INDEX, FRAMES, INDEX, INT, COMPLETION)),
                    entry(
                            "/b_readChannel",
                            CommandRule.of(BUFFER, TEXT, INDEX, FRAMES, INDEX, INT)
                                    .repeat(CHANNEL_OR_COMPLETION)),
                    entry(
                            "/b_write",
                            CommandRule.of(BUFFER, TEXT)
                                    .then(TEXT, TEXT, FRAMES, INDEX, INT, COMPLETION)),
                    entry("/b_free", BUFFER_ONLY),
                    entry("/b_zero", BUFFER_ONLY),
                    entry("/b_close", BUFFER_ONLY),
                    entry("/b_gen", CommandRule.of(BUFFER, TEXT).repeat(ANYTHING)),
                    entry("/b_set", CommandRule.of(BUFFER).repeat(INDEX, NUMBER)),
                    entry("/b_setn", CommandRule.of(BUFFER).repeat(INDEX, NUMBERS)),
                    entry("/b_fill", CommandRule.of(BUFFER).repeat(INDEX, SIZE, NUMBER)),
                    entry("/b_get", CommandRule.of(BUFFER).repeat(INDEX)),
                    entry("/b_getn", CommandRule.of(BUFFER).repeat(INDEX, COUNT)),
                    entry("/b_query", NOTHING.repeat(BUFFER)),
                    entry("/c_set", NOTHING.repeat(CONTROL_BUS, NUMBER)),
                    entry("/c_setn", NOTHING.repeat(CONTROL_BUS, NUMBERS)),
                    entry("/c_fill", NOTHING.repeat(CONTROL_BUSES, NUMBER)),
                    entry("/c_get", NOTHING.repeat(CONTROL_BUS)),
                    entry("/c_getn", NOTHING.repeat(CONTROL_BUSES)));

    private CommandRules() {}

    /** The rules by the commands' names. */
    static Map<String, CommandRule> all() {
        Map<String, CommandRule> rules = new HashMap<>(GLOBAL);
        rules.putAll(NODE_COMMANDS);
        rules.putAll(BUFFER_COMMANDS);
        return rules;
    }
}
