package org.scaena.server.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.scaena.catalogue.SynthDefCommands;
import org.scaena.command.ServerException;
import org.scaena.osc.OscBlob;
import org.scaena.osc.OscBundle;
import org.scaena.osc.OscPacket;
import org.scaena.osc.OscTimeTag;

/**
 * Brings the bytes of definitions to a server: small ones several in a bundle, large ones through a
 * file. Whether they got there is for {@link DefinitionProof} to find out.
 */
final class DefinitionTransfer {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    /** A bundle of this size is sent though more would fit: smaller ones are lost less easily. */
    private static final int BUNDLE_BYTES = 16 << 10;

    /** After so many bytes the server is waited for, before its socket's buffer overflows. */
    private static final int WINDOW_BYTES = 64 << 10;

    /** What is longer goes through a file; a datagram holds 65,507 bytes. */
    static final int DATAGRAM_BYTES = 60_000;

    private final Session session;
    private final List<OscPacket> bundle = new ArrayList<>();
    private int bundleBytes;
    private int windowBytes;

    private DefinitionTransfer(Session session) {
        this.session = session;
    }

    /** Sends files of one definition each; blocks until the server has worked them off. */
    static void send(Session session, List<OscBlob> files) {
        if (files.isEmpty()) {
            return;
        }
        DefinitionTransfer transfer = new DefinitionTransfer(session);
        for (OscBlob file : files) {
            if (file.size() > DATAGRAM_BYTES) {
                load(session, file);
            } else {
                transfer.add(file);
            }
        }
        transfer.flush();
        session.sync().await(LIMIT);
    }

    private void add(OscBlob file) {
        if (bundleBytes + file.size() > BUNDLE_BYTES) {
            flush();
        }
        bundle.add(SynthDefCommands.receive(file).message());
        bundleBytes += file.size();
    }

    private void flush() {
        if (bundle.isEmpty()) {
            return;
        }
        if (windowBytes + bundleBytes > WINDOW_BYTES) {
            session.sync().await(LIMIT);
            windowBytes = 0;
        }
        session.send(new OscBundle(OscTimeTag.IMMEDIATELY, bundle));
        windowBytes += bundleBytes;
        bundleBytes = 0;
        bundle.clear();
    }

    private static void load(Session session, OscBlob file) {
        try {
            Path written = Files.createTempFile("scaena-", ".scsyndef");
            try {
                Files.write(written, file.toByteArray());
                session.request(SynthDefCommands.load(written.toString())).await(LIMIT);
            } finally {
                Files.delete(written);
            }
        } catch (IOException unwritable) {
            throw new ServerException(
                    "a definition of %d bytes could not be written to a file for the server: %s"
                            .formatted(file.size(), unwritable),
                    unwritable);
        }
    }
}
