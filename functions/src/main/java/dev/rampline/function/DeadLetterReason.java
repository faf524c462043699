package dev.rampline.function;

import dev.rampline.ledger.UnreadableRecordException;

/** Why a function moved an event or a version to a dead-letter queue because of a fault. */
public enum DeadLetterReason {
  /** This version of the code cannot read the record: usually a newer version wrote it. */
  UNREADABLE_RECORD("unreadable-record"),

  /** A bug in Rampline. */
  INTERNAL_ERROR("internal-error");

  private final String text;

  DeadLetterReason(String text) {
    this.text = text;
  }

  /** Returns the reason for a fault. */
  public static DeadLetterReason of(RuntimeException fault) {
    return fault instanceof UnreadableRecordException ? UNREADABLE_RECORD : INTERNAL_ERROR;
  }

  /** Returns the text in messages and log entries. */
  public String text() {
    return text;
  }
}
