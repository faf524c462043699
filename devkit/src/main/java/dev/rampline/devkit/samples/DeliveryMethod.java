package dev.rampline.devkit.samples;

/** How the receiver comes to hear of an event. */
public enum DeliveryMethod {
  /** By a webhook, signed as the provider signs. */
  POSTED,
  /** By a webhook that somebody else has signed: it must be refused. */
  FORGED,
  /** By no webhook: only the provider's book knows of it, and so whoever asks the API. */
  UNANNOUNCED,
  /** By the socket alone, which is signed by nobody: a claim, until the API is asked. */
  SPOKEN;

  /** Whether it takes an emulated provider to do it. */
  public boolean needsProvider() {
    return this == UNANNOUNCED || this == SPOKEN;
  }
}
