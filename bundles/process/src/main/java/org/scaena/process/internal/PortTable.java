package org.scaena.process.internal;

import java.io.Closeable;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.scaena.process.Port;
import org.scaena.process.Port.Protocol;
import org.scaena.process.PortHolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who has which port of this machine. */
final class PortTable {

    private static final Path NET = Path.of("/proc/net");
    private static final String LISTENING = "0A";
    private static final int LOCAL_ADDRESS = 1;
    private static final int STATE = 3;
    private static final int INODE = 9;
    private static final Logger LOG = LoggerFactory.getLogger(PortTable.class);

    private PortTable() {}

    /** Whether anybody has a port. */
    static boolean isTaken(Port port) {
        return Files.isDirectory(NET) ? !sockets(port).isEmpty() : !canBeBound(port);
    }

    /** Those who have a port; one without a name if the system hides them. */
    static List<PortHolder> holders(Port port) {
        if (!isTaken(port)) {
            return List.of();
        }
        Set<String> links = Set.copyOf(sockets(port));
        List<PortHolder> holders =
                ProcFs.matching(pid -> hasOpen(pid, links)).stream()
                        .map(ProcessHandle::pid)
                        .map(PortTable::holder)
                        .toList();
        return holders.isEmpty() ? List.of(new PortHolder("", 0, Optional.empty())) : holders;
    }

    private static PortHolder holder(long pid) {
        return new PortHolder(ProcFs.command(pid).orElse("?"), pid, Identities.of(pid));
    }

    private static List<String> tables(Protocol protocol) {
        return protocol == Protocol.UDP ? List.of("udp", "udp6") : List.of("tcp", "tcp6");
    }

    /** The sockets that are bound to a port, as they are named among a process's files. */
    private static List<String> sockets(Port port) {
        String local = ":%04X".formatted(port.number()).toUpperCase(Locale.ROOT);
        List<String> found = new ArrayList<>();
        for (String table : tables(port.protocol())) {
            try {
                for (String row : Files.readAllLines(NET.resolve(table))) {
                    String[] columns = row.strip().split("\\s+");
                    boolean listens =
                            port.protocol() == Protocol.UDP || columns[STATE].equals(LISTENING);
                    if (columns[LOCAL_ADDRESS].endsWith(local) && listens) {
                        found.add("socket:[" + columns[INODE] + "]");
                    }
                }
            } catch (IOException noSuchTable) {
                LOG.debug("no table of {} ports", table);
            }
        }
        return found;
    }

    private static boolean hasOpen(long pid, Set<String> links) {
        Path files = Path.of("/proc", Long.toString(pid), "fd");
        try (DirectoryStream<Path> open = Files.newDirectoryStream(files)) {
            for (Path file : open) {
                if (links.contains(target(file))) {
                    return true;
                }
            }
        } catch (IOException goneOrForeign) {
            return false;
        }
        return false;
    }

    private static String target(Path file) {
        try {
            return Files.readSymbolicLink(file).toString();
        } catch (IOException closedMeanwhile) {
            return "";
        }
    }

    private static boolean canBeBound(Port port) {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        try (Closeable bound =
                port.protocol() == Protocol.UDP
                        ? new DatagramSocket(port.number(), loopback)
                        : new ServerSocket(port.number(), 1, loopback)) {
            return bound != null;
        } catch (IOException taken) {
            return false;
        }
    }
}
