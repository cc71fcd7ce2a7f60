package org.scaena.allocator.internal;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.scaena.id.IdHoldings;
import org.scaena.id.IdLayout;
import org.scaena.id.IdLoan;
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

    @Override
    public IdHoldings holdings() {
        return new IdHoldings(
                layout,
                nodes.next(),
                nodes.loans(),
                buffers.loans(),
                audioBuses.loans(),
                controlBuses.loans());
    }

    @Override
    public List<IdLoan> restore(IdHoldings holdings) {
        nodes.goTo(holdings.nextNode());
        return Stream.of(
                        refused(holdings.nodes(), nodes::restoreAll),
                        refused(holdings.buffers(), buffers::restore),
                        refused(holdings.audioBuses(), audioBuses::restore),
                        refused(holdings.controlBuses(), controlBuses::restore))
                .flatMap(each -> each)
                .toList();
    }

    private static Stream<IdLoan> refused(List<IdLoan> loans, Predicate<IdLoan> restore) {
        return loans.stream().filter(restore.negate());
    }
}
