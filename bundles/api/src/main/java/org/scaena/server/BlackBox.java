package org.scaena.server;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;
import org.scaena.command.Reply;

/**
 * What a server was sent in the last minutes, saved whenever it ends unasked.
 *
 * <p>A file is a score as {@code scsynth -N} reads it: OSC bundles, each behind its length, with
 * times from 0. It begins with what the server had at that time as far as this host knew it:
 * definitions, buffers, groups and synths; then comes what was sent over the links of this host, in
 * the order in which it took effect. What other programs sent is not in it. Source: SuperCollider's
 * Server Guide, "Non-Realtime Synthesis".
 *
 * <p>Safe for use by several threads.
 */
@ProviderType
public interface BlackBox {

    /** The files that are kept, the latest first; reads a folder. */
    List<Path> files();

    /**
     * Saves now what was sent so far, though nothing has ended.
     *
     * <p>Fails with {@link org.scaena.command.NotRunningException} if no server runs, and with
     * {@link IllegalStateException} if nothing is recorded ({@code blackBoxMinutes} is 0).
     */
    Reply<Path> save();

    /**
     * Plays a file, and tells at which packet the server ended that it was played to.
     *
     * <p>That server is started for it, as this one is, on a port of its own; nobody hears it, no
     * plugin is told of it, and it is ended afterwards. Nothing is checked on the way: packets that
     * this host would refuse are played, too. Those that would write files are left out.
     *
     * <p>Fails with a {@link BlackBoxException} if the file can't be read. Who completes or cancels
     * the reply ends the replay.
     *
     * @param progress hears what is going on, in a line for people, on the thread that plays
     */
    Reply<ReplayReport> replay(Replay replay, Consumer<String> progress);
}
