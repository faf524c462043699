package dev.rampline.simulation.provider;

/**
 * An unsigned packet of the provider's socket.
 *
 * @param event the event name
 * @param payload the payload as JSON
 */
public record SocketPacket(String event, String payload) {}
