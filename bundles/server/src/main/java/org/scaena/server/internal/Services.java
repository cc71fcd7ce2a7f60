package org.scaena.server.internal;

import org.scaena.id.AllocatorService;
import org.scaena.node.NodeTreeService;
import org.scaena.osc.OscPacing;
import org.scaena.osc.OscTransport;
import org.scaena.process.AudioSystem;
import org.scaena.process.ProcessManager;
import org.scaena.synthdef.SynthDefFormat;
import org.scaena.synthdef.SynthDefRegistry;

/** What a server is composed of. */
record Services(
        OscTransport transport,
        OscPacing pacing,
        ProcessManager processes,
        AudioSystem audio,
        AllocatorService allocators,
        NodeTreeService trees,
        SynthDefRegistry definitions,
        SynthDefFormat definitionFormat) {}
