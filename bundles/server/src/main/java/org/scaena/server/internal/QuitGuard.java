package org.scaena.server.internal;

import org.scaena.osc.OscMessage;

/** Refuses a second {@code /quit}: two within an audio period crash scsynth. */
final class QuitGuard implements Guard {

    private boolean quit;

    @Override
    public void admit(OscMessage message, Undo undo) {
        if (quit) {
            throw new IllegalStateException("/quit: the server was told to quit already");
        }
        quit = true;
        undo.add(() -> quit = false);
    }
}
