package dev.rampline.devstack;

/** Gets the result of every poll. Implementations need not be thread-safe. */
public interface OutageListener {
  /** A poll succeeded. */
  void success();

  /** A poll failed; it is repeated. */
  void failure(RuntimeException fault);
}
