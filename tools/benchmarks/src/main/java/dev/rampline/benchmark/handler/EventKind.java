package dev.rampline.benchmark.handler;

/** What an event is to the instance of the function that handles it. */
enum EventKind {
  /** The first event of an order. */
  NEW("new", OrderStep.CREATED, false),
  /** The next event of an order whose last event this instance has handled. */
  NEXT("next", OrderStep.PROCESSING, false),
  /** The same event once more. */
  DUPLICATE("duplicate", OrderStep.PROCESSING, false),
  /** The next event of an order that this instance has not seen. */
  NEXT_ELSEWHERE("next, unknown order", OrderStep.COMPLETED, true),
  /** The same event once more; another instance has handled it. */
  DUPLICATE_ELSEWHERE("duplicate, unknown", OrderStep.COMPLETED, false),
  /** An event that happened before the last one. */
  STALE("stale", OrderStep.PAYMENT_MARKED, false),
  /** A terminal state that contradicts the one before. */
  CONFLICT("conflict", OrderStep.FAILED, false);

  private final String text;
  private final OrderStep step;
  private final boolean elsewhere;

  EventKind(String text, OrderStep step, boolean elsewhere) {
    this.text = text;
    this.step = step;
    this.elsewhere = elsewhere;
  }

  String text() {
    return text;
  }

  OrderStep step() {
    return step;
  }

  /** Returns whether a second instance handles the event. */
  boolean isElsewhere() {
    return elsewhere;
  }
}
