/**
 * The server, the clients logged in on it, and everything that plugs into its life.
 *
 * <p>A {@link org.scaena.server.Client} is a service that exists exactly while the server is
 * usable; hooks and listeners are services found by the host (the whiteboard pattern).
 */
@Export
@Version("1.1.0")
@NullMarked
package org.scaena.server;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
