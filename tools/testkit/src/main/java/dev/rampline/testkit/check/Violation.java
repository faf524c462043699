package dev.rampline.testkit.check;

/**
 * What a check has found.
 *
 * @param kind what is violated
 * @param subject the subject
 * @param text the description
 */
public record Violation(Kind kind, String subject, String text) {
  /** What is violated. */
  public enum Kind {
    /** An accepted event has no effect. */
    EVENT_LOST,
    /** A state or field that the reported events do not lead to. */
    STATE_WRONG,
    /** The provider's API would have corrected it. */
    NOT_RECONCILED,
    /** A written version has no message. */
    MESSAGE_LOST,
    /** A message repeats another. */
    MESSAGE_DUPLICATED,
    /** A message differs from its record or from its copy, or has no record. */
    MESSAGE_WRONG,
    /** Something changed by what no key signed and the API did not report. */
    FORGERY_ACCEPTED
  }

  @Override
  public String toString() {
    return subject + ": " + text;
  }
}
