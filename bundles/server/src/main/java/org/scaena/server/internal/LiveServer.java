package org.scaena.server.internal;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.osgi.framework.BundleContext;
import org.scaena.catalogue.ServerCommands;
import org.scaena.command.Command;
import org.scaena.command.CommandStatistics;
import org.scaena.command.Done;
import org.scaena.command.NotRunningException;
import org.scaena.command.Reply;
import org.scaena.command.Subscription;
import org.scaena.ledger.Ledger;
import org.scaena.node.GroupSnapshot;
import org.scaena.node.NodeState;
import org.scaena.osc.OscEndpoint;
import org.scaena.osc.OscPacket;
import org.scaena.process.ManagedProcess;
import org.scaena.server.BlackBox;
import org.scaena.server.Client;
import org.scaena.server.DumpOscLevel;
import org.scaena.server.HookRun;
import org.scaena.server.Owner;
import org.scaena.server.PluginCalls;
import org.scaena.server.Server;
import org.scaena.server.ServerHardware;
import org.scaena.server.ServerOptions;
import org.scaena.server.ServerOverload;
import org.scaena.server.ServerState;
import org.scaena.server.ServerStatus;
import org.scaena.server.ServerVersion;
import org.scaena.server.ShutdownReason;
import org.scaena.server.Volume;
import org.scaena.synthdef.SynthDefRegistration;

/** One server of a configuration: what plugins ask of it. Its life is {@link Life}'s affair. */
final class LiveServer implements Server {

    private final String name;
    private final Life life;

    LiveServer(BundleContext context, Settings settings, Services services, Ledger ledger) {
        this.name = settings.name();
        this.life = new Life(this, context, settings, services, ledger);
    }

    Life life() {
        return life;
    }

    /**
     * Takes over other settings, in time.
     *
     * @throws IllegalArgumentException if they have another name
     */
    void change(Settings next) {
        if (!next.name().equals(name)) {
            throw new IllegalArgumentException(
                    "its name can't become '%s' while it is there: make a new configuration"
                            .formatted(next.name()));
        }
        life.change(next);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public ServerState state() {
        return life.state().now();
    }

    @Override
    public Optional<ShutdownReason> lastShutdown() {
        return life.state().lastShutdown();
    }

    @Override
    public ServerOptions options() {
        return life.settings().options();
    }

    @Override
    public ServerOptions effectiveOptions() {
        return life.state()
                .run()
                .map(run -> run.client().options())
                .orElseGet(options()::effective);
    }

    @Override
    public OscEndpoint endpoint() {
        return life.state()
                .run()
                .map(ServerRun::endpoint)
                .orElse(OscEndpoint.local(options().port()));
    }

    @Override
    public Optional<Long> pid() {
        return life.state()
                .run()
                .flatMap(ServerRun::process)
                .map(process -> process.identity().pid());
    }

    @Override
    public boolean isOwned() {
        return life.state().run().filter(ServerRun::isOwned).isPresent();
    }

    @Override
    public Reply<Client> whenRunning() {
        return life.whenRunning();
    }

    @Override
    public Reply<Client> boot() {
        return life.wayUp().start(Boot::local);
    }

    @Override
    public Reply<Client> remote(OscEndpoint endpoint) {
        return life.wayUp().start(boot -> boot.attached(endpoint));
    }

    @Override
    public Reply<Client> reboot() {
        if (life.state().run().isPresent() && !isOwned()) {
            return Reply.failed(
                    new IllegalStateException(
                            "server '" + name + "' was joined, not started here: it stays"));
        }
        life.wayDown().quit(ServerRun::leave);
        return boot();
    }

    @Override
    public Reply<Done> quit() {
        return life.wayDown().quit(ServerRun::leave);
    }

    @Override
    public Reply<Done> quitForAll() {
        return life.wayDown().quit(up -> Farewell.quitForAll(up, life.services().processes()));
    }

    @Override
    public Reply<Done> disconnect() {
        if (isOwned()) {
            return Reply.failed(
                    new IllegalStateException(
                            "server '" + name + "' was started here: quit it instead"));
        }
        return life.wayDown().quit(ServerRun::leave);
    }

    @Override
    public Reply<SynthDefRegistration> sendSynthDef(byte[] file) {
        return onRun(run -> run.hostClient().sendSynthDef(file));
    }

    @Override
    public Reply<SynthDefRegistration> loadSynthDef(Path file) {
        return onRun(run -> run.hostClient().loadSynthDef(file));
    }

    @Override
    public Reply<SynthDefRegistration> loadSynthDefs(Path folder) {
        return onRun(run -> run.hostClient().loadSynthDefs(folder));
    }

    @Override
    public Map<String, String> refusedSynthDefs() {
        return life.definitions().refusals();
    }

    @Override
    public Reply<ServerStatus> status() {
        return request(ServerCommands.status());
    }

    @Override
    public Optional<ServerHardware> hardware() {
        return life.hardware().now();
    }

    @Override
    public ServerOverload overload() {
        return life.overload().now();
    }

    @Override
    public Reply<ServerVersion> version() {
        return request(ServerCommands.version());
    }

    @Override
    public CommandStatistics commandStatistics() {
        return life.state()
                .run()
                .map(run -> run.session().statistics())
                .orElse(CommandStatistics.NONE);
    }

    @Override
    public Reply<Done> sync() {
        return onRun(run -> run.session().sync());
    }

    @Override
    public Reply<GroupSnapshot> queryTree() {
        return onRun(run -> run.tree().refresh());
    }

    @Override
    public Reply<String> dumpTree() {
        return (Reply<String>) queryTree().thenApply(GroupSnapshot::dump);
    }

    @Override
    public GroupSnapshot tree() {
        return life.state()
                .run()
                .map(run -> run.tree().snapshot())
                .orElse(new GroupSnapshot(0, NodeState.UNKNOWN, List.of()));
    }

    @Override
    public Reply<Done> freeAll() {
        return life.whileUp().freeAll();
    }

    @Override
    public Reply<Done> clearSchedule() {
        return request(ServerCommands.clearSched());
    }

    @Override
    public Volume volume() {
        return life.volume();
    }

    @Override
    public Reply<Done> dumpOsc(DumpOscLevel level) {
        return request(ServerCommands.dumpOsc(level.number()));
    }

    @Override
    public Subscription dumpOsc(DumpOscLevel level, Consumer<String> line) {
        ServerRun run = life.state().run().orElseThrow(this::notRunning);
        ManagedProcess process =
                run.process()
                        .orElseThrow(
                                () ->
                                        new IllegalStateException(
                                                "server '%s' was not started here: it prints elsewhere"
                                                        .formatted(name)));
        return run.dump().listen(process, level, line);
    }

    @Override
    public void blip() {
        send(Blip.at(Instant.now()));
    }

    @Override
    public Reply<List<HookRun>> runHooks() {
        return life.whileUp().runHooks();
    }

    @Override
    public List<HookRun> hooks() {
        return life.plugins().hooks().lastRuns();
    }

    @Override
    public List<Owner> owners() {
        return Holders.of(life, life.services().definitions().definitions());
    }

    @Override
    public List<PluginCalls> pluginCalls() {
        return life.plugins().calls();
    }

    @Override
    public BlackBox blackBox() {
        return life.blackBox();
    }

    @Override
    public void send(OscPacket packet) {
        life.state().run().orElseThrow(this::notRunning).session().send(packet);
    }

    @Override
    public <R> Reply<R> request(Command<R> command) {
        return onRun(run -> run.session().request(command));
    }

    private <R> Reply<R> onRun(Function<ServerRun, Reply<R>> request) {
        return life.state().run().map(request).orElseGet(() -> Reply.failed(notRunning()));
    }

    NotRunningException notRunning() {
        return new NotRunningException("server '" + name + "' is not running: boot it first");
    }
}
