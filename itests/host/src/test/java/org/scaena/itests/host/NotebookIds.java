package org.scaena.itests.host;

import static org.assertj.core.api.Assertions.assertThat;

import org.scaena.command.Subscription;
import org.scaena.id.IdPool;
import org.scaena.id.IdRange;
import org.scaena.server.Server;
import org.scaena.server.ServerState;

/** Cells 57–61: ids, a reboot, and the end. */
final class NotebookIds {

    private static final String OWNER = "notebook";

    private final Notebook notebook;
    private final Server server;

    NotebookIds(Notebook notebook) {
        this.notebook = notebook;
        this.server = notebook.server;
    }

    void run(Subscription dump) {
        IdPool buffers = notebook.client().ids().buffers();
        IdRange two = buffers.allocate(2, OWNER);
        assertThat(two).as("cell 57").isEqualTo(new IdRange(128, 2));
        buffers.free(two);

        server.reboot().await(Notebook.BOOT_LIMIT);

        server.sync().await();
        dump.close();
        assertThat(server.state()).as("cell 59").isEqualTo(ServerState.RUNNING);
        cell60(notebook.client().ids().buffers());
        notebook.awaitLanguage();

        server.quit().await();
        assertThat(server.state()).as("cell 61").isEqualTo(ServerState.OFFLINE);
        notebook.language.ifPresent(language -> language.stop().await(Notebook.BOOT_LIMIT));
        assertThat(ProcessHandle.current().descendants()).isEmpty();
    }

    private static void cell60(IdPool buffers) {
        assertThat(buffers.allocate(5, OWNER)).as("cell 60").isEqualTo(new IdRange(128, 5));
        buffers.free(new IdRange(128, 2));
        assertThat(buffers.allocate(4, OWNER)).isEqualTo(new IdRange(133, 4));
        assertThat(buffers.allocate(2, OWNER)).isEqualTo(new IdRange(128, 2));
    }
}
