package org.scaena.server.internal;

import org.scaena.id.AllocatorService;
import org.scaena.process.AudioSystem;
import org.scaena.process.ProcessManager;
import org.scaena.synthdef.SynthDefFormat;

/** What a server is composed of; each of these outlasts the bundle that provides it. */
record Services(
        LastingTransport transport,
        ProcessManager processes,
        AudioSystem audio,
        AllocatorService allocators,
        LastingTrees trees,
        LastingRegistry definitions,
        SynthDefFormat definitionFormat,
        Completeness modules) {}
