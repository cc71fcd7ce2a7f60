package org.scaena.sclang.internal;

import org.osgi.service.component.annotations.Component;

/**
 * The name of the server on which the language is to be; it outlives the component that sees to it,
 * which is made anew when a service that it needs is replaced.
 */
@Component(service = Wish.class, immediate = true)
public final class Wish {

    private volatile String serverName = "";

    void set(String name) {
        serverName = name;
    }

    void clear() {
        serverName = "";
    }

    boolean is(String name) {
        return serverName.equals(name);
    }

    boolean isNone() {
        return serverName.isEmpty();
    }
}
