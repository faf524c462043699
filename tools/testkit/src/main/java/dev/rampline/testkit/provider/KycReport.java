package dev.rampline.testkit.provider;

/**
 * What a webhook reports of a customer ({@code docs/provider-api.md#event-names}, {@code
 * docs/provider-api.md#kyc-values}). The API reports the same status.
 */
public enum KycReport {
  SUBMITTED("KYC_SUBMITTED", "SUBMITTED", "submitted"),
  APPROVED("KYC_APPROVED", "APPROVED", "approved"),
  REJECTED("KYC_REJECTED", "REJECTED", "rejected"),
  /** No page documents a webhook for it; the event is the socket's. */
  RETRY("KYC_STATUS_CHANGED", "RETRY_NEEDED", "retry");

  private final String event;
  private final String status;
  private final String state;

  KycReport(String event, String status, String state) {
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

  /** The state's name in messages. */
  public String state() {
    return state;
  }
}
