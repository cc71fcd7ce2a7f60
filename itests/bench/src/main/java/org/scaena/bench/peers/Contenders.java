package org.scaena.bench.peers;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.scaena.bench.EmbeddedHost;

/**
 * Who takes part.
 *
 * @param callers those that ask a stub
 * @param all those that are logged in on the server
 */
record Contenders(List<Caller> callers, List<Contender> all) implements AutoCloseable {

    /** All that there are. */
    static Contenders of(EmbeddedHost host, InetSocketAddress stub) throws Exception {
        InetSocketAddress scsynth = host.scsynth();
        Contenders contenders = new Contenders(new ArrayList<>(), new ArrayList<>());
        try {
            contenders.callers.add(new Floor(stub));
            contenders.callers.add(new ReaderFloor(stub));
            contenders.callers.add(new ScaenaLink(host, stub));
            contenders.callers.add(new NetUtil(stub));
            contenders.all.add(new Floor(scsynth));
            contenders.all.add(new Scaena(host));
            contenders.all.add(new NetUtil(scsynth));
            contenders.all.add(new ScalaCollider(scsynth));
            return contenders;
        } catch (Exception failed) {
            contenders.close();
            throw failed;
        }
    }

    @Override
    public void close() throws IOException {
        List<Caller> open = new ArrayList<>(callers);
        open.addAll(all);
        Collections.reverse(open);
        for (Caller caller : open) {
            caller.close();
        }
    }
}
