package org.scaena.osc.internal;

import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.scaena.osc.OscCodec;
import org.scaena.osc.OscEndpoint;
import org.scaena.osc.OscEndpoint.Protocol;
import org.scaena.osc.OscLink;
import org.scaena.osc.OscLinkException;
import org.scaena.osc.OscPacing;
import org.scaena.osc.OscReceiver;
import org.scaena.osc.OscTransport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Links over the channels of the JDK: UDP on one connected socket, TCP with framed packets.
 *
 * <p>Open links follow the best codec from packet to packet. When the component goes they send what
 * is queued and are closed, so that their ports are free for its successor.
 */
@Component(service = OscTransport.class)
public final class ChannelTransport implements OscTransport {

    private static final Logger LOG = LoggerFactory.getLogger(ChannelTransport.class);

    private final Set<ChannelLink> links = ConcurrentHashMap.newKeySet();
    private final LinkLimits limits;
    private volatile boolean stopped;

    /** A field, because the runtime can exchange what a constructor got only by starting anew. */
    @Reference(policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable OscCodec codec;

    /** For the component runtime, which then sets the codec. */
    @Activate
    public ChannelTransport() {
        this.limits = LinkLimits.DEFAULT;
    }

    /** For use without a component runtime. */
    public ChannelTransport(OscCodec codec) {
        this(codec, LinkLimits.DEFAULT);
    }

    ChannelTransport(OscCodec codec, LinkLimits limits) {
        this.codec = codec;
        this.limits = limits;
    }

    @Override
    public OscLink open(String name, OscEndpoint remote, int localPort, OscReceiver receiver) {
        return open(name, remote, localPort, receiver, new Unpaced());
    }

    @Override
    public OscLink open(
            String name,
            OscEndpoint remote,
            int localPort,
            OscReceiver receiver,
            OscPacing pacing) {
        Wire wire = connect(name, remote, localPort);
        ChannelLink link =
                new ChannelLink(
                        name, remote, wire, this::codec, receiver, pacing, limits, links::remove);
        links.add(link);
        link.start();
        if (stopped) {
            link.close();
            throw new OscLinkException(name + ": the transport was stopped; ask for the new one");
        }
        LOG.debug("{}: {} to {}", name, wire.local(), remote);
        return link;
    }

    @Override
    public OscCodec codec() {
        return Objects.requireNonNull(codec, "no OSC codec: start a bundle that provides one");
    }

    private static Wire connect(String name, OscEndpoint remote, int localPort) {
        try {
            InetSocketAddress address = Addresses.remoteEnd(remote);
            if (remote.protocol() == Protocol.TCP) {
                return TcpWire.open(address, localPort);
            }
            Wire wire = UdpWire.open(address, localPort);
            if (wire.receiveBufferBytes() < UdpWire.RECEIVE_BUFFER_BYTES) {
                LOG.info(
                        "{}: receive buffer of {} bytes instead of {}; raise net.core.rmem_max",
                        name,
                        wire.receiveBufferBytes(),
                        UdpWire.RECEIVE_BUFFER_BYTES);
            }
            return wire;
        } catch (IOException failure) {
            throw new OscLinkException(
                    "%s: no link from local port %d to %s (%s): %s"
                            .formatted(name, localPort, remote, failure, remedy(failure)),
                    failure);
        }
    }

    private static String remedy(IOException failure) {
        if (failure instanceof BindException) {
            return "choose another local port, or 0 for any free one";
        }
        return failure instanceof UnknownHostException
                ? "correct the host or give its numeric address"
                : "check that the peer runs and listens there";
    }

    @Deactivate
    void stop() {
        stopped = true;
        List.copyOf(links).forEach(ChannelLink::close);
    }
}
