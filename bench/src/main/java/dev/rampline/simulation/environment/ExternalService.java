package dev.rampline.simulation.environment;

/** What a process calls. */
public enum ExternalService {
  TABLE,
  QUEUE,
  SECRET,
  PROVIDER,
  /** The way by which webhooks come in. */
  WEBHOOK_ENDPOINT
}
