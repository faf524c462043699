package dev.rampline.send;

import dev.rampline.samples.SampleEvent;

/** The result of sending an event. */
public sealed interface SendOutcome {
  /** Returns the event. */
  SampleEvent event();

  /** Whether the result is the expected one. */
  boolean isAsExpected();

  /** The receiver responded to the webhook. */
  record Posted(SampleEvent event, ReceiverResponse response) implements SendOutcome {
    @Override
    public boolean isAsExpected() {
      return response.isAccepted();
    }
  }

  /** The receiver responded to a forged webhook. */
  record Forged(SampleEvent event, ReceiverResponse response) implements SendOutcome {
    @Override
    public boolean isAsExpected() {
      return response.isRejected();
    }
  }

  /** No webhook was sent; {@code isAsExpected}: the emulated API accepted the event. */
  record ApiOnly(SampleEvent event, boolean isAsExpected) implements SendOutcome {}

  /** Sent on the socket alone; {@code isAsExpected}: the socket supports the event. */
  record SocketOnly(SampleEvent event, boolean isAsExpected) implements SendOutcome {}
}
