package dev.rampline.simulation.environment;

/** The services that a process calls. */
public enum ExternalService {
  TABLE,
  QUEUE,
  SECRET,
  PROVIDER,
  /** The endpoint that receives webhooks. */
  WEBHOOK_ENDPOINT
}
