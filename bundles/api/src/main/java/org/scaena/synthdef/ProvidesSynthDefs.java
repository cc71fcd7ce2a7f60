package org.scaena.synthdef;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.osgi.annotation.bundle.Header;
import org.osgi.annotation.bundle.Requirement;

/**
 * Names folders of this bundle whose {@code .scsyndef} files are registered while it is started.
 *
 * <p>Placed on a package or class; it writes the manifest header {@value #HEADER} and the
 * requirement for the extender that reads it.
 */
@Requirement(
        namespace = "osgi.extender",
        name = ProvidesSynthDefs.EXTENDER,
        version = "1.0.0",
        effective = "active")
@Header(name = ProvidesSynthDefs.HEADER, value = "${#value}")
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.PACKAGE})
public @interface ProvidesSynthDefs {

    /** The manifest header. */
    String HEADER = "Scaena-SynthDefs";

    /** The name of the extender capability. */
    String EXTENDER = "scaena.synthdefs";

    /**
     * The folder, from the root of the bundle; several are separated by commas.
     *
     * <p>What lies in a folder with {@code ;sending=on-demand} behind its name is not sent at boot.
     */
    String value() default "synthdefs/";
}
