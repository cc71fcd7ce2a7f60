package org.scaena.process.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.scaena.command.Reply;
import org.scaena.command.ServerException;
import org.scaena.process.Ending;
import org.scaena.process.ManagedProcess;
import org.scaena.process.Port;
import org.scaena.process.PortHolder;
import org.scaena.process.ProcessException;
import org.scaena.process.ProcessExit;
import org.scaena.process.ProcessIdentity;
import org.scaena.process.ProcessManager;
import org.scaena.process.ProcessSpec;
import org.scaena.process.Program;
import org.scaena.process.Readiness;
import org.scaena.process.RestartPolicy;
import org.scaena.process.Supervised;
import org.scaena.process.SupervisionListener;
import org.scaena.process.Supervisor;
import org.scaena.process.SupervisorState;
import org.scaena.process.internal.WatchedProcess.Keeper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The processes of this machine. */
@Component(service = ProcessManager.class)
public final class LocalProcessManager implements ProcessManager {

    private static final Duration GRACE_AT_STOP = Duration.ofSeconds(2);
    private static final Duration DEADLINE_AT_STOP = Duration.ofSeconds(4);

    /** How often the last children of a manager that has stopped are looked at. */
    private static final Duration LOOK = Duration.ofSeconds(1);

    /** How much of an adopted process's earlier output is read again. */
    private static final int EARLIER_OUTPUT_BYTES = 16 << 10;

    private static final Logger LOG = LoggerFactory.getLogger(LocalProcessManager.class);

    private final ProgramFinder finder;
    private final Launcher launcher;
    private final Versions versions;
    private final Keeper keeper;
    private final List<WatchedProcess> watched = new CopyOnWriteArrayList<>();
    private final List<LiveSupervisor> supervisors = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService worker;
    private final List<ProcessHandle> tied = new CopyOnWriteArrayList<>();
    private volatile boolean stopped;

    /** Searches along the PATH of this JVM. */
    @Activate
    public LocalProcessManager() {
        this(ProgramFinder.ofHost());
    }

    LocalProcessManager(ProgramFinder finder) {
        this.finder = finder;
        this.launcher = new Launcher(finder);
        // One thread that never ends: the kernel ties children to the thread that started them.
        this.worker = newWorker();
        this.versions = new Versions(finder);
        this.keeper = new Keeper(worker, versions, watched::remove);
    }

    private static ScheduledExecutorService newWorker() {
        ScheduledThreadPoolExecutor worker =
                new ScheduledThreadPoolExecutor(
                        1,
                        task -> {
                            Thread thread = new Thread(task, "scaena-process-starter");
                            thread.setDaemon(true);
                            return thread;
                        });
        worker.setRemoveOnCancelPolicy(true);
        return worker;
    }

    @Override
    public Path find(Program program) {
        return finder.find(program);
    }

    @Override
    public Optional<String> version(Program program) {
        return versions.of(program);
    }

    @Override
    public Optional<PortHolder> portHolder(Port port) {
        return PortTable.holders(port).stream().findFirst();
    }

    @Override
    public ManagedProcess start(ProcessSpec spec) {
        finder.find(spec.program());
        PortGuard.clear(spec);
        return onWorker(() -> startNow(spec));
    }

    @Override
    public Optional<ManagedProcess> adopt(ProcessIdentity identity, ProcessSpec spec) {
        return onWorker(() -> adoptNow(identity, spec));
    }

    @Override
    public Supervisor supervise(
            Supervised unit, RestartPolicy policy, SupervisionListener listener) {
        supervisors.removeIf(other -> other.state() == SupervisorState.STOPPED);
        LiveSupervisor supervisor = LiveSupervisor.begin(unit, policy, listener, Time.real());
        supervisors.add(supervisor);
        return supervisor;
    }

    @Override
    public Supervised unit(
            ProcessSpec spec, Readiness<?> readiness, Duration limit, Ending ending) {
        return new ProgramUnit(this, spec, readiness, limit, ending);
    }

    @Override
    public List<ManagedProcess> processes() {
        return List.copyOf(watched);
    }

    private ManagedProcess startNow(ProcessSpec spec) {
        String token = Identities.newToken();
        OutputFile output = open(spec, token);
        Process process;
        try {
            process = launcher.launch(spec, token);
        } catch (ProcessException failure) {
            close(output);
            throw failure;
        }
        ProcessIdentity identity = Identities.of(process.toHandle(), token);
        LOG.info("{} started as pid {}, output in {}", spec.name(), process.pid(), spec.output());
        WatchedProcess started = make(spec, identity, new ChildSubject(process), output);
        tied.removeIf(handle -> !handle.isAlive());
        if (!spec.survivesHost()) {
            tied.add(process.toHandle());
        }
        started.watch();
        return started;
    }

    private Optional<ManagedProcess> adoptNow(ProcessIdentity identity, ProcessSpec spec) {
        Optional<ManagedProcess> known =
                processes().stream()
                        .filter(process -> process.identity().equals(identity))
                        .filter(ManagedProcess::isAlive)
                        .findFirst();
        return known.isPresent()
                ? known
                : Identities.find(identity).map(handle -> adoptNow(handle, identity, spec));
    }

    private ManagedProcess adoptNow(
            ProcessHandle handle, ProcessIdentity identity, ProcessSpec spec) {
        LOG.info("{} taken over as pid {}", spec.name(), handle.pid());
        Subject subject = new AdoptedSubject(handle, ProcFs.startTicks(handle.pid()));
        OutputFile output = open(spec, identity.token());
        WatchedProcess process = make(spec, identity, subject, output);
        readEarlier(output, new LineSplitter(process::earlierLine));
        process.watch();
        return process;
    }

    private WatchedProcess make(
            ProcessSpec spec, ProcessIdentity identity, Subject subject, OutputFile output) {
        WatchedProcess process = new WatchedProcess(spec, identity, subject, output, keeper);
        watched.add(process);
        return process;
    }

    private static void readEarlier(OutputFile output, LineSplitter splitter) {
        ByteBuffer earlier = ByteBuffer.allocate(EARLIER_OUTPUT_BYTES);
        try {
            output.resume();
            output.readEarlier(earlier);
            splitter.add(earlier.flip());
        } catch (IOException failure) {
            LOG.warn("earlier output cannot be read: {}", failure.toString());
        }
    }

    private static OutputFile open(ProcessSpec spec, String token) {
        try {
            return new OutputFile(spec.output(), new ReadMark(spec.output(), token));
        } catch (IOException failure) {
            throw new ProcessException(
                    "the output of %s cannot go to %s: see that the file can be written"
                            .formatted(spec.name(), spec.output()),
                    failure);
        }
    }

    private static void close(OutputFile output) {
        try {
            output.close();
        } catch (IOException failure) {
            LOG.debug("an output file was not closed: {}", failure.toString());
        }
    }

    private <T> T onWorker(Supplier<T> work) {
        try {
            return CompletableFuture.supplyAsync(() -> unlessStopped(work), worker).join();
        } catch (RejectedExecutionException refused) {
            throw hasStopped();
        } catch (CompletionException failure) {
            if (failure.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw failure;
        }
    }

    private static ProcessException hasStopped() {
        return new ProcessException("the process manager has stopped: use its successor");
    }

    private <T> T unlessStopped(Supplier<T> work) {
        if (stopped) {
            throw hasStopped();
        }
        return work.get();
    }

    /** Leaves those running that may outlive the host, and ends the others. */
    @Deactivate
    public void deactivate() {
        if (stopped) {
            return;
        }
        onWorker(() -> stopped = true);
        supervisors.forEach(LiveSupervisor::abandon);
        supervisors.forEach(LiveSupervisor::awaitEnd);
        List<Reply<ProcessExit>> ends =
                watched.stream()
                        .filter(process -> !process.spec().survivesHost())
                        .map(process -> process.end(GRACE_AT_STOP))
                        .toList();
        watched.stream()
                .filter(process -> process.spec().survivesHost())
                .forEach(WatchedProcess::release);
        try {
            ends.forEach(end -> end.await(DEADLINE_AT_STOP));
        } catch (ServerException failure) {
            LOG.warn("a process could not be ended in time: {}", failure.getMessage());
        }
        endWorkerWithItsChildren();
    }

    /** The kernel ends some children with the thread that started them: also those released. */
    private void endWorkerWithItsChildren() {
        if (tied.stream().noneMatch(ProcessHandle::isAlive)) {
            worker.shutdown();
        } else {
            worker.schedule(this::endWorkerWithItsChildren, LOOK.toMillis(), TimeUnit.MILLISECONDS);
        }
    }
}
