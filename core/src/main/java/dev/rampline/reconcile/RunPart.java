package dev.rampline.reconcile;

import dev.rampline.event.Subject;

/** A part of a reconciliation run that can stop early while the others continue. */
public enum RunPart {
  ORDER_LIST("order-list"),
  ORDER_LOOKUPS("order-lookups"),
  KYC_LOOKUPS("kyc-lookups"),
  DUE_CHECKS("due-checks");

  private final String text;

  RunPart(String text) {
    this.text = text;
  }

  /** Returns the lookups of the due checks that use one endpoint of the provider's API. */
  static RunPart lookupsOf(Subject.Kind kind) {
    return switch (kind) {
      case ORDER -> ORDER_LOOKUPS;
      case KYC -> KYC_LOOKUPS;
    };
  }

  /** Returns the name in log entries and JSON. */
  public String text() {
    return text;
  }
}
