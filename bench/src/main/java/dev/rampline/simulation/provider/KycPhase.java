package dev.rampline.simulation.provider;

/**
 * What a customer's KYC can be at, as the provider's pages put it (provider.md §3.5, §3.7) and as
 * consumers are told (design §5).
 */
public enum KycPhase {
  SUBMITTED("KYC_SUBMITTED", "SUBMITTED", "submitted"),
  APPROVED("KYC_APPROVED", "APPROVED", "approved"),
  REJECTED("KYC_REJECTED", "REJECTED", "rejected"),
  /** No page has an event for it. */
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

  /** The status, of webhooks and of the API. */
  public String status() {
    return status;
  }

  /** What consumers call it. */
  public String state() {
    return state;
  }
}
