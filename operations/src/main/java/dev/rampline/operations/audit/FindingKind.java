package dev.rampline.operations.audit;

/** The kinds of differences ({@code docs/audit.md#differences}). */
public enum FindingKind {
  MISSING_IN_FILE("missing-in-file"),
  MISSING_IN_LEDGER("missing-in-ledger"),
  MISSING_AT_PROVIDER("missing-at-provider"),
  DUPLICATE_ROW("duplicate-row"),
  AMBIGUOUS_ID("ambiguous-id"),
  DIFFERENT_STATE("different-state"),
  DIFFERENT_FIELD("different-field"),
  PAID_OUT_NOT_COMPLETED("paid-out-not-completed"),
  COMPLETED_NOT_PAID_OUT("completed-not-paid-out"),
  FAILED_WITHOUT_REFUND("failed-without-refund"),
  UNREADABLE_RECORD("unreadable-record");

  private final String text;

  FindingKind(String text) {
    this.text = text;
  }

  /** Returns the name in the output. */
  public String text() {
    return text;
  }
}
