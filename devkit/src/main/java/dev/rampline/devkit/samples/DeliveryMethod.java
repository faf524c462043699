package dev.rampline.devkit.samples;

/** How the receiver gets an event. */
public enum DeliveryMethod {
  /** In a webhook that the provider signs. */
  POSTED,
  /** In a forged webhook, which must be rejected. */
  FORGED,
  /** In no webhook: only the provider's API has the event. */
  UNANNOUNCED,
  /** On the unsigned socket only: unverified until the API is queried. */
  SPOKEN;

  /** Whether it requires the provider emulator. */
  public boolean needsProvider() {
    return this == UNANNOUNCED || this == SPOKEN;
  }
}
