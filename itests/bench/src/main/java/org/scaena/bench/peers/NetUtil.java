package org.scaena.bench.peers;

import de.sciss.net.OSCChannel;
import de.sciss.net.OSCClient;
import de.sciss.net.OSCMessage;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** NetUtil's {@code OSCClient}, the OSC library of many Java programs for scsynth. */
final class NetUtil implements Contender {

    private static final int NODE = 901;

    private final OSCClient client;
    private final Answers answers = new Answers();
    private volatile @Nullable Tally tally;
    private volatile CompletableFuture<OSCMessage> buses = new CompletableFuture<>();
    private int nextNode = 3_000_000;

    NetUtil(InetSocketAddress server) throws IOException {
        client = OSCClient.newUsing(OSCChannel.UDP);
        client.setTarget(server);
        client.setBufferSize(65_536);
        client.addOSCListener(this::received);
        client.start();
    }

    @Override
    public String name() {
        return "NetUtil";
    }

    @Override
    public void sync() throws Exception {
        answers.await(sendSync());
    }

    @Override
    public void syncs(int count) throws Exception {
        int[] numbers = new int[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = sendSync();
        }
        for (int number : numbers) {
            answers.await(number);
        }
    }

    @Override
    public void begin() throws Exception {
        send("/notify", 1);
        send("/s_new", DEFINITION, NODE, 0, 0);
        sync();
    }

    @Override
    public void set(float value) throws IOException {
        send("/n_set", NODE, "freq", value);
    }

    @Override
    public void setBus(int bus, float value) throws IOException {
        send("/c_set", bus, value);
    }

    @Override
    public float[] buses(int first, int count) throws Exception {
        buses = new CompletableFuture<>();
        send("/c_getn", first, count);
        OSCMessage answer = buses.get(5, TimeUnit.SECONDS);
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = ((Number) answer.getArg(2 + i)).floatValue();
        }
        return values;
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
    public void close() throws IOException {
        send("/notify", 0);
        client.dispose();
    }

    private int sendSync() throws IOException {
        int number = answers.next();
        send("/sync", number);
        return number;
    }

    private void send(String address, Object... arguments) throws IOException {
        client.send(new OSCMessage(address, arguments));
    }

    private void received(OSCMessage message, SocketAddress sender, long time) {
        Tally counting = tally;
        switch (message.getName()) {
            case "/synced" -> answers.came(number(message), message);
            case "/c_setn" -> buses.complete(message);
            case "/n_go" -> {
                if (counting != null) {
                    counting.went(number(message));
                }
            }
            case "/n_end" -> {
                if (counting != null) {
                    counting.ended(number(message));
                }
            }
            default -> {}
        }
    }

    private static int number(OSCMessage message) {
        return ((Number) message.getArg(0)).intValue();
    }
}
