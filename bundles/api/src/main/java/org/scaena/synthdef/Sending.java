package org.scaena.synthdef;

/** When a registered definition goes to the servers. */
public enum Sending {

    /** To each server when it boots, and to those that run when it is registered. */
    AT_BOOT,

    /** To a server on which somebody asks for it. */
    ON_DEMAND
}
