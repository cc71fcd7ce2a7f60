package org.scaena.javaosc.internal;

import com.illposed.osc.OSCMessage;
import com.illposed.osc.OSCMessageEvent;
import com.illposed.osc.OSCMessageListener;
import com.illposed.osc.argument.OSCTimeTag64;
import java.util.concurrent.atomic.AtomicLong;
import org.scaena.osc.OscFormatException;
import org.scaena.osc.OscListener;
import org.scaena.osc.OscMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands messages to a listener that was written for JavaOSC. */
final class ListenerAdapter implements OscListener {

    private static final Logger LOG = LoggerFactory.getLogger(ListenerAdapter.class);

    private final OSCMessageListener listener;
    private final AtomicLong refused = new AtomicLong();

    ListenerAdapter(OSCMessageListener listener) {
        this.listener = listener;
    }

    @Override
    public void received(OscMessage message) {
        OSCMessage converted;
        try {
            converted = ToJavaOsc.message(message);
        } catch (OscFormatException refusal) {
            refused(refusal);
            return;
        }
        listener.acceptMessage(new OSCMessageEvent(this, OSCTimeTag64.IMMEDIATE, converted));
    }

    private void refused(OscFormatException refusal) {
        long count = refused.incrementAndGet();
        if (Long.bitCount(count) == 1) {
            LOG.warn(
                    "{} did not get a message ({} so far): {}",
                    listener.getClass().getName(),
                    count,
                    refusal.getMessage());
        }
    }
}
