package dev.rampline.devkit.samples;

/** How the receiver comes to hear of an event. */
public enum Manner {
  /** By a webhook, signed as the provider signs. */
  POSTED,
  /** By a webhook that somebody else has signed: it must be refused. */
  FORGED,
  /** By no webhook: only the provider's book knows of it, and so whoever asks the API. */
  UNANNOUNCED
}
