package org.scaena.server.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.scaena.buffer.Buffer;
import org.scaena.buffer.BufferInfo;
import org.scaena.buffer.BufferSource;
import org.scaena.catalogue.BufferCommands;
import org.scaena.command.CommandSender;
import org.scaena.command.Done;
import org.scaena.command.Reply;
import org.scaena.id.IdLoan;
import org.scaena.id.IdPool;
import org.scaena.id.IdRange;
import org.scaena.ledger.BufferEntry;
import org.scaena.osc.OscPacket;

/** The buffers of one login: made, found by their keys, freed and given back. */
final class Buffers {

    private static final int IDLE_SECONDS = 10;

    private final CommandSender sender;
    private final IdPool numbers;
    private final Machine machine;
    private final ExecutorService disk;
    private final SampleCopies copies;
    private final Runnable changed;
    private final Holdings<LiveBuffer> holdings = new Holdings<>();

    /** Of those that have keys. */
    private final Map<Integer, BufferOrigin> origins = new ConcurrentHashMap<>();

    /**
     * The buffers of a login, none yet.
     *
     * @param server names the thread that writes files
     * @param copies the folder for copies of samples
     * @param changed told when a ledger should know something new
     */
    Buffers(
            String server,
            CommandSender sender,
            IdPool numbers,
            Machine machine,
            Path copies,
            Runnable changed) {
        this.sender = sender;
        this.numbers = numbers;
        this.machine = machine;
        this.disk = disk("scaena-disk-" + server);
        this.copies = new SampleCopies(copies, server, disk);
        this.changed = changed;
    }

    /** One thread, there while there is something to write. */
    private static ExecutorService disk(String name) {
        ThreadPoolExecutor one =
                new ThreadPoolExecutor(
                        1,
                        1,
                        IDLE_SECONDS,
                        TimeUnit.SECONDS,
                        new LinkedBlockingQueue<>(),
                        task -> {
                            Thread thread = new Thread(task, name);
                            thread.setDaemon(true);
                            return thread;
                        });
        one.allowCoreThreadTimeOut(true);
        return one;
    }

    Buffer make(String owner, BufferSource source) {
        LiveBuffer buffer = take(numbers.allocate(1, owner));
        holdings.add(buffer.number(), owner, Optional.empty(), buffer);
        make(buffer, source, Completion.NONE);
        return buffer;
    }

    Buffer make(
            String owner,
            BufferSource source,
            Function<? super Buffer, ? extends OscPacket> completion) {
        LiveBuffer buffer = take(numbers.allocate(1, owner));
        holdings.add(buffer.number(), owner, Optional.empty(), buffer);
        make(buffer, source, new Completion(Optional.of(completion.apply(buffer))));
        return buffer;
    }

    Buffer keyed(String owner, String key, BufferSource source) {
        return holdings.keyed(
                owner, key, there -> !there.isFreed(), () -> makeKeyed(owner, key, source));
    }

    private LiveBuffer makeKeyed(String owner, String key, BufferSource source) {
        LiveBuffer buffer = take(numbers.allocate(1, owner));
        origins.put(buffer.number(), BufferOrigin.of(source, copies.of(buffer.number())));
        holdings.add(buffer.number(), owner, Optional.of(key), buffer);
        make(buffer, source, Completion.NONE)
                .thenAccept(
                        made -> {
                            if (machine.isHere()) {
                                copies.keep(made, source);
                            }
                            changed.run();
                        });
        return buffer;
    }

    private LiveBuffer take(IdRange number) {
        BufferLife life = new BufferLife(number.first(), sender);
        BufferParts parts =
                BufferParts.of(
                        life, numbers, machine, disk, freeing -> free(life, number, freeing));
        return new LiveBuffer(life, parts, Completion.NONE);
    }

    private Reply<BufferInfo> make(LiveBuffer buffer, BufferSource source, Completion completion) {
        changed.run();
        return become(buffer, "making", making -> making.make(source, completion));
    }

    private Reply<BufferInfo> become(
            LiveBuffer buffer, String what, Function<BufferMaking, Reply<BufferInfo>> way) {
        BufferLife life = buffer.life();
        Reply<BufferInfo> made =
                life.alone(
                        what,
                        () ->
                                way.apply(
                                        new BufferMaking(
                                                life, buffer.parts(), new BufferMemory(machine))));
        made.whenComplete(
                (info, failure) -> {
                    if (failure == null) {
                        life.ready().complete(buffer);
                    } else {
                        life.ready().completeExceptionally(Replies.plain(failure));
                        free(life, IdRange.of(life.number()), Completion.NONE);
                    }
                });
        return made;
    }

    /**
     * Makes a buffer with a key once more, for its owner to claim.
     *
     * @return empty if its number can't be had again
     */
    Optional<Buffer> makeAgain(BufferEntry entry) {
        IdRange number = IdRange.of(entry.number());
        if (!numbers.restore(new IdLoan(number, entry.owner()))) {
            return Optional.empty();
        }
        LiveBuffer buffer = take(number);
        BufferOrigin origin = BufferOrigin.of(entry);
        origins.put(buffer.number(), origin);
        holdings.addUnclaimed(buffer.number(), entry.owner(), Optional.of(entry.key()), buffer);
        make(buffer, origin.source(), Completion.NONE);
        return Optional.of(buffer);
    }

    /**
     * Buffers that an earlier host has made, for their owners to claim; numbers are on loan.
     *
     * @param inUse told which of them have memory
     */
    void found(List<BufferEntry> entries, IntConsumer inUse) {
        for (IdLoan loan : numbers.loans()) {
            LiveBuffer buffer = take(loan.range());
            Optional<BufferEntry> entry =
                    entries.stream()
                            .filter(known -> known.number() == loan.range().first())
                            .findFirst();
            entry.ifPresent(known -> origins.put(known.number(), BufferOrigin.of(known)));
            holdings.addUnclaimed(
                    buffer.number(), loan.owner(), entry.map(BufferEntry::key), buffer);
            become(buffer, "finding", BufferMaking::find)
                    .thenAccept(there -> inUse.accept(there.number()));
        }
    }

    /** Those with keys, as a ledger keeps them. */
    List<BufferEntry> entries() {
        return holdings.keyed()
                .filter(held -> !held.thing().isFreed())
                .flatMap(
                        held ->
                                Optional.ofNullable(origins.get(held.id()))
                                        .map(origin -> origin.entry(held, held.thing().info()))
                                        .stream())
                .toList();
    }

    /** All there are, as far as they are known. */
    Stream<BufferInfo> infos() {
        return holdings.ids().stream()
                .flatMap(id -> holdings.get(id).stream())
                .map(LiveBuffer::info);
    }

    Holdings<LiveBuffer> holdings() {
        return holdings;
    }

    /** Frees a buffer; its number is free once the server says that its memory is. */
    private Reply<Done> free(BufferLife life, IdRange number, Completion completion) {
        if (!life.end()) {
            return Reply.of(Done.DONE);
        }
        holdings.remove(life.number());
        if (origins.remove(life.number()) != null) {
            copies.drop(life.number());
        }
        changed.run();
        return Replies.map(
                "freeing " + life,
                life.alone(
                        "freeing",
                        () -> life.request(completion.of(BufferCommands.free(life.number())))),
                freed -> {
                    numbers.free(number);
                    changed.run();
                    return freed;
                });
    }

    /** The login is over. */
    void close() {
        disk.shutdown();
    }
}
