package org.scaena.itests.host;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import javax.inject.Inject;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.scaena.sclang.Sclang;
import org.scaena.server.Server;
import org.scaena.server.ServerListener;

/**
 * The 61 cells of the notebook about servers, one after the other, on a real scsynth: with
 * SuperCollider's language, and without it what needs no language.
 */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class NotebookIT {

    /**
     * As the notebook has it: its numbering of nodes, 44100 Hz, periods of 512 frames, and a server
     * that stays away when somebody has quit it.
     */
    private static final Map<String, Object> AS_IN_THE_NOTEBOOK =
            Map.of(
                    "nodeIds",
                    "notebook",
                    "volumeScope",
                    "CLIENT",
                    "sampleRate",
                    44_100,
                    "periodFrames",
                    512,
                    "startupSound",
                    true,
                    "restart",
                    false);

    @Inject private BundleContext context;

    @Configuration
    public Option[] distribution() {
        return new Option[] {Distribution.option()};
    }

    @Test
    public void allCellsOfTheNotebook() throws Exception {
        Sclang language = Services.of(context, Sclang.class);
        language.start().await(Notebook.BOOT_LIMIT);
        run(Optional.of(language));
    }

    @Test
    public void allCellsThatNeedNoLanguage() throws Exception {
        run(Optional.empty());
    }

    private void run(Optional<Sclang> language) throws Exception {
        EventLog events = new EventLog();
        ServiceRegistration<ServerListener> heard =
                context.registerService(ServerListener.class, events, null);
        try (TestServer first = TestServer.configure(context, "notebook", AS_IN_THE_NOTEBOOK);
                TestServer second = second()) {
            Server server = Services.of(context, Server.class, first.name());
            Server serv = Services.of(context, Server.class, second.name());
            Notebook notebook = new Notebook(server, serv, events, language);

            new NotebookStart(notebook).run();
            new NotebookInformation(notebook).run();
            new NotebookVolume(notebook).run();
            new NotebookIds(notebook).run(new NotebookDumps(notebook, context).run());
        } finally {
            language.ifPresent(there -> there.stop().await(Notebook.BOOT_LIMIT));
            heard.unregister();
        }
    }

    private TestServer second() throws IOException, InterruptedException {
        return TestServer.configure(
                context, "notebook-2", Map.of("nodeIds", "notebook", "autoBoot", false));
    }
}
