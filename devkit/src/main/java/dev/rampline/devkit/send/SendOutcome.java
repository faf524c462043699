package dev.rampline.devkit.send;

import dev.rampline.devkit.samples.SampleEvent;

/** What came of an event. */
public sealed interface SendOutcome {
  /** The event. */
  SampleEvent event();

  /** Whether it went as it should. */
  boolean isAsExpected();

  /** The receiver answered it. */
  record Posted(SampleEvent event, ReceiverResponse response) implements SendOutcome {
    @Override
    public boolean isAsExpected() {
      return response.isAccepted();
    }
  }

  /** The receiver answered it, though it is forged. */
  record Forged(SampleEvent event, ReceiverResponse response) implements SendOutcome {
    @Override
    public boolean isAsExpected() {
      return response.isRejected();
    }
  }

  /** The provider told nobody; {@code isAsExpected}: it knows of it. */
  record ApiOnly(SampleEvent event, boolean isAsExpected) implements SendOutcome {}

  /** The provider said it on its socket; {@code isAsExpected}: it has a word for it. */
  record SocketOnly(SampleEvent event, boolean isAsExpected) implements SendOutcome {}
}
