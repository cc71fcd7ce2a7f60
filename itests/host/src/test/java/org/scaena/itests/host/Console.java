package org.scaena.itests.host;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

/** What the console answers; by reflection, as its packages are none of the tests' business. */
final class Console {

    private static final String PROCESSOR = "org.apache.felix.service.command.CommandProcessor";

    private Console() {}

    static String answer(BundleContext context, String command) throws Exception {
        ServiceReference<?> reference = context.getServiceReference(PROCESSOR);
        Object processor = context.getService(reference);
        ClassLoader loader = processor.getClass().getClassLoader();
        OutputStream nowhere = new ByteArrayOutputStream();
        Object session =
                loader.loadClass(PROCESSOR)
                        .getMethod(
                                "createSession",
                                InputStream.class,
                                OutputStream.class,
                                OutputStream.class)
                        .invoke(processor, new ByteArrayInputStream(new byte[0]), nowhere, nowhere);
        return String.valueOf(
                loader.loadClass("org.apache.felix.service.command.CommandSession")
                        .getMethod("execute", CharSequence.class)
                        .invoke(session, command));
    }
}
