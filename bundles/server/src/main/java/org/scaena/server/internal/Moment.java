package org.scaena.server.internal;

import java.util.ArrayList;
import java.util.List;
import org.scaena.osc.OscBundle;
import org.scaena.osc.OscMessage;
import org.scaena.osc.OscPacket;
import org.scaena.osc.OscTimeTag;

/** What one thread collects to leave as one bundle; confined to that thread. */
final class Moment {

    private final OscTimeTag time;
    private final List<Step> steps = new ArrayList<>();
    private final List<Step> bundles = new ArrayList<>();
    private final List<Moment> inner = new ArrayList<>();

    Moment(OscTimeTag time) {
        this.time = time;
    }

    OscTimeTag time() {
        return time;
    }

    void add(Step step) {
        (step.packet() instanceof OscBundle ? bundles : steps).add(step);
    }

    /** Takes over what a moment inside this one has collected. */
    void take(Moment other) {
        inner.add(other);
    }

    /** The messages, in order. */
    List<Step> steps() {
        return steps;
    }

    /** Bundles that have times of their own. */
    List<Step> bundles() {
        return bundles;
    }

    List<Moment> inner() {
        return inner;
    }

    /** All of it as one packet, which is to be looked at and not to be sent. */
    OscPacket packet() {
        List<OscPacket> all = new ArrayList<>();
        steps.forEach(step -> all.add(step.packet()));
        bundles.forEach(step -> all.add(step.packet()));
        inner.forEach(moment -> all.add(moment.packet()));
        return new OscBundle(time, all);
    }

    /** Whether there is nothing in it, and so nothing to send. */
    boolean isEmpty() {
        return steps.isEmpty() && bundles.isEmpty() && inner.stream().allMatch(Moment::isEmpty);
    }

    /** Whether somebody awaits something of it. */
    boolean isAwaited() {
        return steps.stream().anyMatch(step -> step.request() != null);
    }

    /** Nothing of it will be sent. */
    void drop(Throwable why) {
        IllegalStateException dropped =
                new IllegalStateException("not sent, as what was to be sent with it failed", why);
        steps.forEach(step -> step.fail(dropped));
        bundles.forEach(step -> step.fail(dropped));
        inner.forEach(moment -> moment.drop(why));
    }

    /** One bundle of its time, or several if they are too much for one. */
    List<OscBundle> bundlesOf(List<? extends OscPacket> messages) {
        List<OscBundle> result = new ArrayList<>();
        Part part = new Part();
        for (OscPacket packet : messages) {
            OscMessage message = (OscMessage) packet;
            if (!part.take(message)) {
                result.add(part.at(time));
                part = new Part();
                part.take(message);
            }
        }
        if (!messages.isEmpty()) {
            result.add(part.at(time));
        }
        return result;
    }
}
