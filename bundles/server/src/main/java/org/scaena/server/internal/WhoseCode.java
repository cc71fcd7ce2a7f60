package org.scaena.server.internal;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.service.component.ComponentConstants;

/**
 * Which plugin's code a thread is in, when it was called by way of the framework.
 *
 * @param bundle its symbolic name
 * @param method the class and the method that were called
 */
record WhoseCode(String bundle, String method) {

    /** Between us and a component. */
    private static final String CALLERS = "org.apache.felix.";

    /** Where the framework can call a bundle; others only lend their classes. */
    private static final List<String> ENTRANCES =
            List.of(Constants.BUNDLE_ACTIVATOR, ComponentConstants.SERVICE_COMPONENT);

    /** The outermost call that is of neither this bundle nor the framework and its like. */
    static Optional<WhoseCode> of(Thread thread, BundleContext context) {
        List<StackTraceElement> outermostFirst = Arrays.asList(thread.getStackTrace());
        Collections.reverse(outermostFirst);
        return outermostFirst.stream().flatMap(frame -> owner(frame, context)).findFirst();
    }

    private static Stream<WhoseCode> owner(StackTraceElement frame, BundleContext context) {
        String file = frame.getClassName().replace('.', '/') + ".class";
        return Stream.of(context.getBundles())
                .filter(bundle -> isPlugin(bundle, context) && bundle.getEntry(file) != null)
                .map(
                        bundle ->
                                new WhoseCode(
                                        Owners.of(bundle),
                                        frame.getClassName() + '.' + frame.getMethodName()));
    }

    private static boolean isPlugin(Bundle bundle, BundleContext context) {
        return bundle.getBundleId() != 0
                && !bundle.equals(context.getBundle())
                && !String.valueOf(bundle.getSymbolicName()).startsWith(CALLERS)
                && ENTRANCES.stream().anyMatch(has -> bundle.getHeaders().get(has) != null);
    }
}
