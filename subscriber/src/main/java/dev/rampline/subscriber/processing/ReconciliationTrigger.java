package dev.rampline.subscriber.processing;

/** Triggers a reconciliation after events may have been missed. */
@FunctionalInterface
interface ReconciliationTrigger {
  /** Does nothing, because no provider API is configured. */
  ReconciliationTrigger NONE = () -> {};

  /** Requests a reconciliation. Returns at once. */
  void reconcile();
}
