package dev.rampline.bench.provider;

/**
 * What the provider's socket sends: nobody has signed it.
 *
 * @param event its name
 * @param payload what comes with it, as JSON
 */
public record Packet(String event, String payload) {}
