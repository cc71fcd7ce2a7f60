package org.scaena.bench.peers;

import de.sciss.osc.Message;
import de.sciss.synth.Client;
import de.sciss.synth.Server;
import de.sciss.synth.Server$;
import de.sciss.synth.ServerConnection;
import de.sciss.synth.message.Responder;
import de.sciss.synth.message.Sync;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import scala.Predef$;
import scala.concurrent.Await;
import scala.concurrent.Future;
import scala.concurrent.duration.Duration;
import scala.runtime.BoxedUnit;

/** ScalaCollider, logged in on the server that is there. */
final class ScalaCollider implements Contender {

    private static final int NODE = 902;
    private static final Duration LIMIT = Duration.create(5, TimeUnit.SECONDS);

    private final Server server;
    private volatile @Nullable Tally tally;
    private int nextNode = 4_000_000;

    ScalaCollider(InetSocketAddress address) throws Exception {
        Server.ConfigBuilder config = new Server.ConfigBuilder();
        config.host_$eq(address.getAddress().getHostAddress());
        config.port_$eq(address.getPort());
        CompletableFuture<Server> running = new CompletableFuture<>();
        Server$.MODULE$.connect(
                "bench",
                config.build(),
                new Client.ConfigBuilder().build(),
                new Case<>(
                        ServerConnection.Running.class::isInstance,
                        condition -> {
                            running.complete(((ServerConnection.Running) condition).server());
                            return BoxedUnit.UNIT;
                        }));
        server = running.get(10, TimeUnit.SECONDS);
        Responder.apply(server, new Case<>(ScalaCollider::isOfNodes, this::tell)).add();
    }

    @Override
    public String name() {
        return "ScalaCollider";
    }

    @Override
    public void sync() throws Exception {
        Await.result(ask(), LIMIT);
    }

    @Override
    public void syncs(int count) throws Exception {
        List<Future<Object>> answers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            answers.add(ask());
        }
        for (Future<Object> answer : answers) {
            Await.result(answer, LIMIT);
        }
    }

    @Override
    public void begin() throws Exception {
        send("/s_new", DEFINITION, NODE, 0, 0);
        sync();
    }

    @Override
    public void set(float value) {
        send("/n_set", NODE, "freq", value);
    }

    @Override
    public void setBus(int bus, float value) {
        send("/c_set", bus, value);
    }

    @Override
    public float[] buses(int first, int count) throws Exception {
        Future<Object> answer =
                server.$bang$bang(
                        message("/c_getn", first, count),
                        LIMIT,
                        new Case<>(reply -> reply.name().equals("/c_setn"), reply -> reply));
        Message values = (Message) Await.result(answer, LIMIT);
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = ((Number) values.args().apply(2 + i)).floatValue();
        }
        return numbers;
    }

    @Override
    public void play(int count, Tally newTally) throws Exception {
        tally = newTally;
        for (int i = 0; i < count; i++) {
            int id = nextNode++;
            send("/s_new", DEFINITION, id, 0, 0);
            send("/n_free", id);
        }
        sync();
    }

    @Override
    public void close() {
        server.dispose();
    }

    private Future<Object> ask() {
        Sync sync = server.syncMsg();
        return server.$bang$bang(sync, LIMIT, new Case<>(sync.reply()::equals, reply -> reply));
    }

    private void send(String name, Object... arguments) {
        server.$bang(message(name, arguments));
    }

    private static Message message(String name, Object... arguments) {
        return new Message(name, Predef$.MODULE$.wrapRefArray(arguments));
    }

    private static boolean isOfNodes(Message message) {
        return message.name().equals("/n_go") || message.name().equals("/n_end");
    }

    private BoxedUnit tell(Message message) {
        Tally counting = tally;
        if (counting != null) {
            int id = ((Number) message.args().apply(0)).intValue();
            if (message.name().equals("/n_go")) {
                counting.went(id);
            } else {
                counting.ended(id);
            }
        }
        return BoxedUnit.UNIT;
    }
}
