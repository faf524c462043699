package dev.rampline.invoke;

/**
 * A function of the package, named by its handler in the template. Excludes the rotation function,
 * because it needs Secrets Manager.
 */
public enum PackagedFunction {
  /** Receives webhooks. */
  WEBHOOK("webhook.WebhookHandler"),
  /** Sends messages that the inline send missed. */
  RELAY("relay.RelayHandler"),
  /** Processes events that the ledger could not store before. */
  RETRY("retry.RetryHandler"),
  /** Queries the provider's API. */
  RECONCILE("reconcile.ReconcileHandler");

  private final String handler;

  PackagedFunction(String handler) {
    this.handler = handler;
  }

  /** The handler class and method. */
  String handler() {
    return "dev.rampline.function." + handler + "::handleRequest";
  }
}
