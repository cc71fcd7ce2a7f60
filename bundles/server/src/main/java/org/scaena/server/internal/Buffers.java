package org.scaena.server.internal;

import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.scaena.buffer.Buffer;
import org.scaena.buffer.BufferSource;
import org.scaena.catalogue.BufferCommands;
import org.scaena.command.CommandSender;
import org.scaena.command.Done;
import org.scaena.command.Reply;
import org.scaena.id.IdPool;
import org.scaena.id.IdRange;
import org.scaena.osc.OscPacket;

/** The buffers of one login: made, found by their keys, freed and given back. */
final class Buffers {

    private static final int IDLE_SECONDS = 10;

    private final CommandSender sender;
    private final IdPool numbers;
    private final Machine machine;
    private final ExecutorService disk;
    private final Holdings<Buffer> holdings = new Holdings<>();

    /**
     * The buffers of a login, none yet.
     *
     * @param server names the thread that writes temporary files
     */
    Buffers(String server, CommandSender sender, IdPool numbers, Machine machine) {
        this.sender = sender;
        this.numbers = numbers;
        this.machine = machine;
        this.disk = disk("scaena-disk-" + server);
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
        return make(owner, Optional.empty(), source, Optional.empty());
    }

    Buffer make(
            String owner,
            BufferSource source,
            Function<? super Buffer, ? extends OscPacket> completion) {
        return make(owner, Optional.empty(), source, Optional.of(completion));
    }

    Buffer keyed(String owner, String key, BufferSource source) {
        return holdings.keyed(
                owner, key, () -> make(owner, Optional.of(key), source, Optional.empty()));
    }

    private Buffer make(
            String owner,
            Optional<String> key,
            BufferSource source,
            Optional<Function<? super Buffer, ? extends OscPacket>> completion) {
        IdRange number = numbers.allocate(1, owner);
        BufferLife life = new BufferLife(number.first(), sender);
        BufferParts parts =
                BufferParts.of(
                        life, numbers, machine, disk, freeing -> free(life, number, freeing));
        LiveBuffer buffer = new LiveBuffer(life, parts, Completion.NONE);
        holdings.add(number.first(), owner, key, buffer);
        life.alone(
                        "making",
                        () ->
                                new BufferMaking(life, parts, new BufferMemory(machine))
                                        .make(source, completion(completion, buffer)))
                .whenComplete(
                        (info, failure) -> {
                            if (failure == null) {
                                life.ready().complete(buffer);
                            } else {
                                life.ready().completeExceptionally(Replies.plain(failure));
                                free(life, number, Completion.NONE);
                            }
                        });
        return buffer;
    }

    private static Completion completion(
            Optional<Function<? super Buffer, ? extends OscPacket>> maker, Buffer buffer) {
        return new Completion(maker.map(make -> make.apply(buffer)));
    }

    /** Frees a buffer; its number is free once the server says that its memory is. */
    private Reply<Done> free(BufferLife life, IdRange number, Completion completion) {
        if (!life.end()) {
            return Reply.of(Done.DONE);
        }
        holdings.remove(life.number());
        return Replies.map(
                "freeing " + life,
                life.alone(
                        "freeing",
                        () -> life.request(completion.of(BufferCommands.free(life.number())))),
                freed -> {
                    numbers.free(number);
                    return freed;
                });
    }

    /** Frees all that an owner has. */
    void giveBack(String owner) {
        holdings.of(owner).forEach(Buffer::free);
    }

    /** The login is over. */
    void close() {
        disk.shutdown();
    }
}
