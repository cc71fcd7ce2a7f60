package org.scaena.server.internal;

import org.scaena.command.Reply;
import org.scaena.process.AudioRequest;
import org.scaena.process.AudioServer;
import org.scaena.process.AudioState;
import org.scaena.process.AudioSystem;
import org.scaena.process.ProcessExit;

/** The audio system of the moment; the audio servers that it starts outlast it. */
final class LastingAudio implements AudioSystem {

    private final Replaceable<AudioSystem> service;
    private final LastingProcesses processes;

    LastingAudio(Replaceable<AudioSystem> service, LastingProcesses processes) {
        this.service = service;
        this.processes = processes;
    }

    @Override
    public AudioServer open(AudioRequest request) {
        AudioServer server = service.get().open(request);
        return new AudioServer(
                server.description(),
                server.prefix(),
                server.environment(),
                server.process().map(processes::keep));
    }

    @Override
    public AudioState state(AudioServer server) {
        return service.get().state(server);
    }

    @Override
    public Reply<ProcessExit> gone(AudioServer server) {
        return service.get().gone(server);
    }
}
