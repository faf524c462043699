package dev.rampline.subscriber.processing;

/** What the socket may not have told. */
@FunctionalInterface
interface ReconciliationTrigger {
  /** Nobody is asked. */
  ReconciliationTrigger NONE = () -> {};

  /** Has it asked for, soon. Returns at once. */
  void reconcile();
}
