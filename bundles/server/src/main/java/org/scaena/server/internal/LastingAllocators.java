package org.scaena.server.internal;

import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.scaena.id.AllocatorService;
import org.scaena.id.IdLayout;
import org.scaena.id.Ids;

/** Opens ids that outlast the bundle that counts them. */
final class LastingAllocators
        implements AllocatorService, Replaceable.Succession<AllocatorService> {

    private final Replaceable<AllocatorService> service;

    /** Weakly, as a login that has ended is not told. */
    private final List<WeakReference<LastingIds>> opened = new CopyOnWriteArrayList<>();

    LastingAllocators(Replaceable<AllocatorService> service) {
        this.service = service;
        service.succeededBy(this);
    }

    @Override
    public Ids open(IdLayout layout) {
        LastingIds ids = new LastingIds(service.get().open(layout));
        opened.removeIf(one -> one.get() == null);
        opened.add(new WeakReference<>(ids));
        return ids;
    }

    @Override
    public void goes(AllocatorService last) {
        living().forEach(LastingIds::part);
    }

    @Override
    public void came(AllocatorService next) {
        living().forEach(ids -> ids.rejoin(next));
    }

    private List<LastingIds> living() {
        return opened.stream().map(WeakReference::get).filter(Objects::nonNull).toList();
    }
}
