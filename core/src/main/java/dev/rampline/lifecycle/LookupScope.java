package dev.rampline.lifecycle;

/** What the provider's API is asked about. */
public enum LookupScope {
  /** Nothing: there is no API. */
  NONE,
  /** What the events leave open. */
  OPEN,
  /** Also every terminal state and every verdict on KYC that only signed events reported. */
  CONFIRM;

  /** Returns whether there is an API that can be asked. */
  boolean canLookUp() {
    return this != NONE;
  }
}
