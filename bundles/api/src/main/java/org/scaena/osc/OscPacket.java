package org.scaena.osc;

/** What travels in one datagram or frame: a message, or a bundle of packets. */
public sealed interface OscPacket permits OscMessage, OscBundle {}
