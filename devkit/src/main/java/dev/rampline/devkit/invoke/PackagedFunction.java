package dev.rampline.devkit.invoke;

/**
 * A function of the package, by its handler as the template names it. The rotation needs Secrets
 * Manager, which no laptop has.
 */
public enum PackagedFunction {
  /** Takes webhooks in. */
  WEBHOOK("webhook.WebhookHandler"),
  /** Sends what the inline send has missed. */
  RELAY("relay.RelayHandler"),
  /** Takes in what the ledger could not take before. */
  RETRY("retry.RetryHandler"),
  /** Asks the provider's API. */
  RECONCILE("reconcile.ReconcileHandler");

  private final String handler;

  PackagedFunction(String handler) {
    this.handler = handler;
  }

  /** Class and method. */
  String handler() {
    return "dev.rampline.function." + handler + "::handleRequest";
  }
}
