package org.scaena.sclang.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What an operator may set of the language. */
@ObjectClassDefinition(name = "SuperCollider language")
@interface LanguageConfiguration {

    @AttributeDefinition(description = "sclang's name or path; empty: looked for")
    String program() default "";

    @AttributeDefinition(
            description = "the server for which conf/boot.scd is; empty: the first that runs")
    String server() default "";
}
