package org.scaena.host.internal;

import java.io.IOException;

/** Where the settings of files go, and are taken from by the components. */
interface Configurations {

    /** The file's settings hold from now on; whether others did before, or none. */
    boolean put(ConfigFile file) throws IOException;

    /** The file is no more. */
    void remove(ConfigFile file) throws IOException;
}
