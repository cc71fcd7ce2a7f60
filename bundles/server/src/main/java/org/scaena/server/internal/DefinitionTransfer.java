package org.scaena.server.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.scaena.catalogue.SynthDefCommands;
import org.scaena.command.Done;
import org.scaena.command.Reply;
import org.scaena.command.ReplyTimeoutException;
import org.scaena.command.ServerException;
import org.scaena.osc.OscBlob;
import org.scaena.osc.OscTimeTag;

/**
 * Brings the bytes of definitions to a server: small ones several in a bundle, large ones through a
 * file. Each brings the question along whether it was taken ({@link DefinitionInquiry}), to be
 * asked when it is done; so one round does both, and what was lost on the way is not taken for
 * proved.
 */
final class DefinitionTransfer {

    /**
     * A definition on its way.
     *
     * @param name what it is called
     * @param file with this definition and no other
     */
    record Parcel(String name, OscBlob file) {}

    private static final Duration LIMIT = Duration.ofSeconds(10);

    /** A bundle of this size is sent though more would fit: smaller ones are lost less easily. */
    private static final int BUNDLE_BYTES = 16 << 10;

    /** After so many bytes the server is waited for, before its socket's buffer overflows. */
    private static final int WINDOW_BYTES = 64 << 10;

    /** What is longer goes through a file; a datagram holds 65,507 bytes. */
    static final int DATAGRAM_BYTES = 60_000;

    private final Session session;
    private final DefinitionProof proof;
    private final List<Parcel> bundle = new ArrayList<>();
    private final List<DefinitionInquiry> underWay = new ArrayList<>();
    private final Set<String> taken = new HashSet<>();
    private int bundleBytes;
    private int windowBytes;

    private DefinitionTransfer(Session session, DefinitionProof proof) {
        this.session = session;
        this.proof = proof;
    }

    /** Sends definitions, and blocks until it is known which of their names the server has. */
    static Set<String> send(Session session, DefinitionProof proof, Collection<Parcel> parcels) {
        DefinitionTransfer transfer = new DefinitionTransfer(session, proof);
        try {
            parcels.forEach(transfer::add);
            transfer.flush();
            transfer.settle();
            return transfer.taken;
        } finally {
            transfer.underWay.forEach(DefinitionInquiry::close);
        }
    }

    private void add(Parcel parcel) {
        int bytes = parcel.file().size();
        if (bytes > DATAGRAM_BYTES) {
            load(parcel);
            return;
        }
        if (bundleBytes + bytes > BUNDLE_BYTES || bundle.size() == DefinitionProof.AT_ONCE) {
            flush();
        }
        bundle.add(parcel);
        bundleBytes += bytes;
    }

    private void flush() {
        if (bundle.isEmpty()) {
            return;
        }
        if (windowBytes + bundleBytes > WINDOW_BYTES) {
            settle();
        }
        DefinitionInquiry inquiry = inquiry(bundle);
        OscBlob last = bundle.remove(bundle.size() - 1).file();
        session.at(
                OscTimeTag.IMMEDIATELY,
                () -> {
                    for (Parcel parcel : bundle) {
                        session.send(SynthDefCommands.receive(parcel.file()).message());
                    }
                    inquiry.askAfter(
                            SynthDefCommands.receive(last, inquiry.completion()).message(),
                            session);
                });
        windowBytes += bundleBytes;
        bundleBytes = 0;
        bundle.clear();
    }

    private DefinitionInquiry inquiry(List<Parcel> parcels) {
        DefinitionInquiry inquiry = proof.about(parcels.stream().map(Parcel::name).toList());
        underWay.add(inquiry);
        return inquiry;
    }

    /** Waits for the answers; what is not there before that of a sync behind them was lost. */
    private void settle() {
        Reply<Done> behind = session.sync();
        CompletableFuture<?> answers =
                CompletableFuture.allOf(
                                underWay.stream()
                                        .map(DefinitionInquiry::reply)
                                        .toArray(CompletableFuture<?>[]::new))
                        .exceptionally(refused -> null);
        if (!Patience.isDoneWithin(CompletableFuture.anyOf(answers, behind), LIMIT)) {
            throw new ReplyTimeoutException("a definition", LIMIT);
        }
        if (behind.isCompletedExceptionally()) {
            behind.await();
        }
        for (DefinitionInquiry inquiry : underWay) {
            Reply<?> reply = inquiry.reply();
            if (reply.isDone() && !reply.isCompletedExceptionally()) {
                taken.addAll(inquiry.present());
            }
            inquiry.close();
        }
        underWay.clear();
        windowBytes = 0;
    }

    private void load(Parcel parcel) {
        try {
            Path written = Files.createTempFile("scaena-", ".scsyndef");
            try {
                Files.write(written, parcel.file().toByteArray());
                DefinitionInquiry inquiry = inquiry(List.of(parcel));
                inquiry.askAfter(
                        SynthDefCommands.load(written.toString(), inquiry.completion()).message(),
                        session);
                settle();
            } finally {
                Files.delete(written);
            }
        } catch (IOException unwritable) {
            throw new ServerException(
                    "a definition of %d bytes could not be written to a file for the server: %s"
                            .formatted(parcel.file().size(), unwritable),
                    unwritable);
        }
    }
}
