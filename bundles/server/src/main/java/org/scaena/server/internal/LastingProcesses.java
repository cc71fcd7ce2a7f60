package org.scaena.server.internal;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.scaena.process.Ending;
import org.scaena.process.ManagedProcess;
import org.scaena.process.Port;
import org.scaena.process.PortHolder;
import org.scaena.process.ProcessIdentity;
import org.scaena.process.ProcessManager;
import org.scaena.process.ProcessSpec;
import org.scaena.process.Program;
import org.scaena.process.Readiness;
import org.scaena.process.RestartPolicy;
import org.scaena.process.Supervised;
import org.scaena.process.SupervisionListener;
import org.scaena.process.Supervisor;

/** Starts processes that outlast the bundle that watches them; supervision ends with it. */
final class LastingProcesses implements ProcessManager, Replaceable.Succession<ProcessManager> {

    private final Replaceable<ProcessManager> service;
    private final List<LastingProcess> kept = new CopyOnWriteArrayList<>();

    LastingProcesses(Replaceable<ProcessManager> service) {
        this.service = service;
        service.succeededBy(this);
    }

    /** The process as one that outlasts its manager; the same for the same process. */
    synchronized ManagedProcess keep(ManagedProcess process) {
        return kept.stream()
                .filter(one -> one.identity().equals(process.identity()))
                .findFirst()
                .orElseGet(() -> keepNew(process));
    }

    private LastingProcess keepNew(ManagedProcess process) {
        LastingProcess lasting = new LastingProcess(process);
        kept.add(lasting);
        lasting.exit().whenComplete((exit, released) -> kept.remove(lasting));
        return lasting;
    }

    @Override
    public void goes(ProcessManager last) {
        kept.forEach(LastingProcess::part);
    }

    @Override
    public void came(ProcessManager next) {
        kept.forEach(process -> process.rejoin(next));
    }

    @Override
    public Path find(Program program) {
        return service.get().find(program);
    }

    @Override
    public Optional<String> version(Program program) {
        return service.get().version(program);
    }

    @Override
    public Optional<PortHolder> portHolder(Port port) {
        return service.get().portHolder(port);
    }

    @Override
    public ManagedProcess start(ProcessSpec spec) {
        return keep(service.get().start(spec));
    }

    @Override
    public Optional<ManagedProcess> adopt(ProcessIdentity identity, ProcessSpec spec) {
        return service.get().adopt(identity, spec).map(this::keep);
    }

    @Override
    public Supervisor supervise(
            Supervised unit, RestartPolicy policy, SupervisionListener listener) {
        return service.get().supervise(unit, policy, listener);
    }

    @Override
    public Supervised unit(
            ProcessSpec spec, Readiness<?> readiness, Duration limit, Ending ending) {
        return service.get().unit(spec, readiness, limit, ending);
    }

    @Override
    public List<ManagedProcess> processes() {
        return service.get().processes();
    }
}
