package org.scaena.synthdef.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Where definitions are read from; relative paths start at the home of the host. */
@ObjectClassDefinition(name = "Synth definitions")
@interface SynthDefConfiguration {

    String PID = "org.scaena.synthdef";

    @AttributeDefinition(description = "folders below which files may be loaded")
    String[] roots() default {"synthdefs"};

    @AttributeDefinition(description = "folders whose files are registered as they come and go")
    String[] watched() default {"synthdefs"};

    @AttributeDefinition(description = "how often watched folders are looked at, ms", min = "50")
    int watchPeriodMillis() default 500;
}
