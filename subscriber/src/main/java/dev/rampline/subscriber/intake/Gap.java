package dev.rampline.subscriber.intake;

/** What the socket may not have told. */
@FunctionalInterface
interface Gap {
  /** Nobody is asked. */
  Gap UNKNOWN = () -> {};

  /** Has it asked for, soon. Returns at once. */
  void reconcile();
}
