package org.scaena.console.internal;

import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.annotations.GogoCommand;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.scaena.server.Volume;

/** How loud a server is, in the console. */
@Component(service = SoundCommands.class)
@GogoCommand(
        scope = "sc",
        function = {"volume", "mute", "unmute", "blip"})
public final class SoundCommands {

    private final Targets targets;

    /** Commands for these servers. */
    @Activate
    public SoundCommands(@Reference Targets targets) {
        this.targets = targets;
    }

    /** Shows the volume. */
    @Descriptor("shows the volume")
    public String volume(CommandSession session) {
        Volume volume = targets.server(session).volume();
        return Texts.decibels(volume.db()) + (volume.isMuted() ? ", muted" : "");
    }

    /** Sets the volume. */
    @Descriptor("sets the volume: sc:volume -10")
    public String volume(CommandSession session, @Descriptor("dB, -90…6") double db) {
        targets.server(session).volume().set(db).await();
        return volume(session);
    }

    /** Silences the server. */
    @Descriptor("silences the server")
    public void mute(CommandSession session) {
        targets.server(session).volume().mute().await();
    }

    /** Ends the silence. */
    @Descriptor("brings the volume back")
    public void unmute(CommandSession session) {
        targets.server(session).volume().unmute().await();
    }

    /** Plays the test sound. */
    @Descriptor("plays the test sound: two short notes")
    public void blip(CommandSession session) {
        targets.server(session).blip();
    }
}
