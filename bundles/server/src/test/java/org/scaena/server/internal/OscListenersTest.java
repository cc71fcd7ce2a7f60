package org.scaena.server.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.osgi.framework.ServiceReference;
import org.scaena.osc.OscListener;
import org.scaena.osc.OscMessage;
import org.scaena.server.Server;

class OscListenersTest {

    private final OscListeners listeners =
            new OscListeners("this", Runnable::run, new CallMeters());
    private final List<String> heard = new ArrayList<>();

    @Test
    void whoeverWantsAnAddressHearsIt() {
        add("/tr", "literal");
        add(new String[] {"/n_{go,end}", "/t?"}, "several");
        add("/*", "all");

        tell("/tr");
        tell("/n_end");
        tell("/n_move");

        assertThat(heard)
                .containsExactlyInAnyOrder(
                        "literal /tr",
                        "several /tr",
                        "all /tr",
                        "several /n_end",
                        "all /n_end",
                        "all /n_move");
    }

    @Test
    void listenersComeAndGoForAddressesThatAreKnown() {
        tell("/tr");
        ServiceReference<OscListener> late = add("/t*", "late");
        tell("/tr");
        listeners.remove(late);
        tell("/tr");

        assertThat(heard).containsExactly("late /tr");
    }

    @Test
    void eachOfTenThousandHearsItsOwn() {
        for (int i = 0; i < 10_000; i++) {
            add("/own/" + i, "listener " + i);
        }
        for (int i = 0; i < 10_000; i += 100) {
            tell("/own/" + i);
        }

        assertThat(heard).hasSize(100).contains("listener 9900 /own/9900");
    }

    @Test
    void aListenerOfAnotherServerOrWithABadPatternHearsNothing() {
        listeners.add(
                reference(Map.of(OscListener.ADDRESS, "/tr", Server.NAME, "another")),
                message -> heard.add("another"));
        add("/tr[1-", "bad");
        listeners.add(reference(Map.of()), message -> heard.add("nothing"));

        tell("/tr");

        assertThat(heard).isEmpty();
    }

    private ServiceReference<OscListener> add(Object address, String name) {
        ServiceReference<OscListener> reference = reference(Map.of(OscListener.ADDRESS, address));
        listeners.add(reference, message -> heard.add(name + " " + message.address()));
        return reference;
    }

    private void tell(String address) {
        listeners.message(OscMessage.of(address));
    }

    /** A reference that has properties and nothing else. */
    @SuppressWarnings("unchecked")
    private static ServiceReference<OscListener> reference(Map<String, Object> properties) {
        return (ServiceReference<OscListener>)
                Proxy.newProxyInstance(
                        OscListenersTest.class.getClassLoader(),
                        new Class<?>[] {ServiceReference.class},
                        (proxy, method, arguments) ->
                                switch (method.getName()) {
                                    case "getProperty" -> properties.get((String) arguments[0]);
                                    case "hashCode" -> System.identityHashCode(proxy);
                                    case "equals" -> proxy == arguments[0];
                                    default -> null;
                                });
    }
}
