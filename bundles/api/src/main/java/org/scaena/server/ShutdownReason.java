package org.scaena.server;

/** Why a server went. */
public enum ShutdownReason {
    /** We asked for it. */
    ASKED,
    /** Another client ended it. */
    BY_ANOTHER_CLIENT,
    /** Its process died. */
    PROCESS_DIED,
    /** The audio system went away. */
    AUDIO_LOST,
    /** It did not answer any more. */
    UNRESPONSIVE,
    /** It had no free login. */
    TOO_MANY_CLIENTS,
    /** It could not be started. */
    BOOT_FAILED
}
