package org.scaena.javaosc.internal;

import com.illposed.osc.OSCMessageListener;
import java.util.Dictionary;
import java.util.Hashtable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.util.tracker.ServiceTracker;
import org.osgi.util.tracker.ServiceTrackerCustomizer;
import org.scaena.osc.OscListener;

/**
 * Lets listeners written for JavaOSC hear the server: a service {@link OSCMessageListener} with the
 * property {@value OscListener#ADDRESS} becomes an {@link OscListener} of the same bundle, with the
 * same properties.
 */
@Component(service = {})
public final class JavaOscListeners
        implements ServiceTrackerCustomizer<OSCMessageListener, ServiceRegistration<OscListener>> {

    private static final String WITH_ADDRESS =
            "(&(objectClass=com.illposed.osc.OSCMessageListener)(" + OscListener.ADDRESS + "=*))";

    private final ServiceTracker<OSCMessageListener, ServiceRegistration<OscListener>> tracker;

    /** Starts looking for listeners. */
    @Activate
    public JavaOscListeners(BundleContext context) throws Exception {
        tracker = new ServiceTracker<>(context, context.createFilter(WITH_ADDRESS), this);
        tracker.open();
    }

    @Deactivate
    void close() {
        tracker.close();
    }

    @Override
    public ServiceRegistration<OscListener> addingService(
            ServiceReference<OSCMessageListener> reference) {
        BundleContext owner = reference.getBundle().getBundleContext();
        OSCMessageListener listener = owner.getService(reference);
        return owner.registerService(
                OscListener.class, new ListenerAdapter(listener), properties(reference));
    }

    @Override
    public void modifiedService(
            ServiceReference<OSCMessageListener> reference,
            ServiceRegistration<OscListener> registration) {
        registration.setProperties(properties(reference));
    }

    @Override
    public void removedService(
            ServiceReference<OSCMessageListener> reference,
            ServiceRegistration<OscListener> registration) {
        try {
            registration.unregister();
        } catch (IllegalStateException stopped) {
            // the listener's bundle stopped and took it along
        }
    }

    /** The framework sets its own properties itself. */
    private static Dictionary<String, Object> properties(ServiceReference<?> reference) {
        Dictionary<String, Object> properties = new Hashtable<>();
        for (String key : reference.getPropertyKeys()) {
            properties.put(key, reference.getProperty(key));
        }
        return properties;
    }
}
