package org.scaena.itests.host;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Hashtable;
import java.util.Map;
import org.osgi.framework.BundleContext;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.scaena.itests.continuity.HotDeploy;
import org.scaena.itests.continuity.Poll;

/** A folder that is watched, as {@code deploy} of an installation is. */
final class WatchedFolder implements AutoCloseable {

    private final Path folder;
    private final HotDeploy deploy;
    private final Configuration watching;

    WatchedFolder(BundleContext context, Path folder) throws IOException, InterruptedException {
        this.folder = folder;
        Path other = folder.resolveSibling(folder.getFileName() + "-tmp");
        deploy = new HotDeploy(context, folder);
        watching =
                Services.of(context, ConfigurationAdmin.class)
                        .createFactoryConfiguration("org.apache.felix.fileinstall", "?");
        Map<String, String> settings =
                Map.of(
                        "felix.fileinstall.dir",
                        folder.toString(),
                        "felix.fileinstall.poll",
                        "100",
                        "felix.fileinstall.noInitialDelay",
                        "true",
                        "felix.fileinstall.tmpdir",
                        other.toString());
        watching.update(new Hashtable<>(settings));
    }

    HotDeploy deploy() {
        return deploy;
    }

    /** Until it is watched no more: what is deleted before would take its bundle along. */
    @Override
    public void close() throws IOException {
        watching.delete();
        String watcher = "fileinstall-" + folder;
        Poll.until(
                folder + " is watched no more",
                () ->
                        Thread.getAllStackTraces().keySet().stream()
                                .noneMatch(thread -> thread.getName().equals(watcher)));
    }
}
