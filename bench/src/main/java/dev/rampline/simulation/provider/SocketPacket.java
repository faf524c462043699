package dev.rampline.simulation.provider;

/**
 * What the provider's socket sends: nobody has signed it.
 *
 * @param event its name
 * @param payload what comes with it, as JSON
 */
public record SocketPacket(String event, String payload) {}
