package dev.rampline.quarantine;

import java.util.stream.Stream;

/** Why a verified payload is in quarantine. */
public enum QuarantineReason {
  /** The payload is not a JSON object, or has a member twice. */
  UNREADABLE("unreadable"),
  /** Nothing says whom the event is about. */
  NO_SUBJECT("no-subject"),
  /** The payload is about several subjects. */
  SEVERAL_SUBJECTS("several-subjects"),
  /** The event name or the status is not known, and may mean a terminal state or a KYC verdict. */
  UNRECOGNIZED("unrecognized");

  private final String text;

  QuarantineReason(String text) {
    this.text = text;
  }

  /**
   * Returns the reason with that name.
   *
   * @throws IllegalArgumentException if there is none
   */
  static QuarantineReason of(String text) {
    return Stream.of(values())
        .filter(reason -> reason.text.equals(text))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("Unknown reason"));
  }

  /** Returns the name in log entries and in the queue. */
  public String text() {
    return text;
  }
}
