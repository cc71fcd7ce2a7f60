package org.scaena.synthdef;

import org.osgi.annotation.versioning.ProviderType;

/** Describes definitions to people. A service; stateless, callable from any thread. */
@ProviderType
public interface SynthDefDescriber {

    /** What one needs to know to use it. */
    SynthDefDescription describe(SynthDef definition);

    /**
     * The same and the graph as text, one thing a line, so that a change shows as few changed
     * lines.
     *
     * <p>Units are called by their class and how many of that class come before, not by their
     * index, which changes with every unit that is put in.
     */
    String text(SynthDef definition);

    /** The graph for Graphviz: {@code dot -Tsvg} makes a picture of it. */
    String dot(SynthDef definition);
}
