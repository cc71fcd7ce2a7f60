package org.scaena.allocator.internal;

import org.scaena.id.IdLayout;
import org.scaena.id.IdRange;
import org.scaena.id.Ids;
import org.scaena.id.NodeIdStrategy;

/** The ids of one login: each number range divided by the number of logins, in equal parts. */
record LoginIds(
        IdLayout layout,
        CountedNodeIds nodes,
        FirstFitPool buffers,
        FirstFitPool audioBuses,
        FirstFitPool controlBuses)
        implements Ids {

    static LoginIds of(IdLayout layout, NodeIdStrategy strategy) {
        int privateBuses = layout.numAudioBusChannels() - layout.firstPrivateBus();
        return new LoginIds(
                layout,
                new CountedNodeIds(
                        strategy.ranges(layout.clientId(), layout.maxLogins()),
                        strategy.permanent(layout.clientId(), layout.maxLogins())),
                pool("buffer", layout, 0, layout.numBuffers()),
                pool("audio bus", layout, layout.firstPrivateBus(), privateBuses),
                pool("control bus", layout, 0, layout.numControlBusChannels()));
    }

    private static FirstFitPool pool(String kind, IdLayout layout, int first, int count) {
        int share = count / layout.maxLogins();
        return new FirstFitPool(kind, new IdRange(first + layout.clientId() * share, share));
    }

    @Override
    public void freeAllOf(String owner) {
        nodes.freeAllOf(owner);
        buffers.freeAllOf(owner);
        audioBuses.freeAllOf(owner);
        controlBuses.freeAllOf(owner);
    }
}
