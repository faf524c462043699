package dev.rampline.operations.lookup;

/** The result of comparing the ledger with the provider's API. */
public enum LookupOutcome {
  /** Both have the same state and fields. */
  AGREES("agrees"),
  /** The ledger has a record, and there is no API that can be asked. */
  NOT_COMPARED("not-compared"),
  /** They differ, only one of them knows the subject, or the ledger has an open conflict. */
  DIFFERS("differs"),
  /** The ledger has a record, and the API did not answer. */
  NO_ANSWER("no-answer"),
  /** The subject was erased. */
  ERASED("erased"),
  /** The ledger has no record, and the API does not know it, or did not answer. */
  NOT_FOUND("not-found");

  private final String text;

  LookupOutcome(String text) {
    this.text = text;
  }

  /** Returns the name in JSON. */
  public String text() {
    return text;
  }
}
