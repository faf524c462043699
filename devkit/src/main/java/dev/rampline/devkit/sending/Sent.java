package dev.rampline.devkit.sending;

import dev.rampline.devkit.samples.SampleEvent;

/** What came of an event. */
public sealed interface Sent {
  /** The event. */
  SampleEvent event();

  /** Whether it went as it should. */
  boolean isAsExpected();

  /** The receiver answered it. */
  record Posted(SampleEvent event, Answer answer) implements Sent {
    @Override
    public boolean isAsExpected() {
      return answer.isAccepted();
    }
  }

  /** The receiver answered it, though it is forged. */
  record Forged(SampleEvent event, Answer answer) implements Sent {
    @Override
    public boolean isAsExpected() {
      return answer.isRefused();
    }
  }

  /** The provider told nobody; {@code isAsExpected}: it knows of it. */
  record Unannounced(SampleEvent event, boolean isAsExpected) implements Sent {}

  /** The provider said it on its socket; {@code isAsExpected}: it has a word for it. */
  record Spoken(SampleEvent event, boolean isAsExpected) implements Sent {}
}
