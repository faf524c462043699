package dev.rampline.simulation.provider;

/**
 * The KYC phases on the provider's pages ({@code docs/provider-api.md#event-names}, {@code
 * docs/provider-api.md#kyc-values}), with their names in messages ({@code
 * docs/architecture.md#message}).
 */
public enum KycPhase {
  SUBMITTED("KYC_SUBMITTED", "SUBMITTED", "submitted"),
  APPROVED("KYC_APPROVED", "APPROVED", "approved"),
  REJECTED("KYC_REJECTED", "REJECTED", "rejected"),
  /** No page documents an event for it. */
  RETRY("KYC_RETRY_NEEDED", "RETRY_NEEDED", "retry");

  private final String event;
  private final String status;
  private final String state;

  KycPhase(String event, String status, String state) {
    this.event = event;
    this.status = status;
    this.state = state;
  }

  /** The event's name. */
  public String event() {
    return event;
  }

  /** The status in webhooks and in the API. */
  public String status() {
    return status;
  }

  /** The state in messages. */
  public String state() {
    return state;
  }
}
