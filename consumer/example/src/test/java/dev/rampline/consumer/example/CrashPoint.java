package dev.rampline.consumer.example;

/** The step at which a process crashes. It does nothing more afterwards. */
final class CrashPoint {
  private final int last;
  private int steps;

  /** Crashes at this step; the first is 0. */
  CrashPoint(int last) {
    this.last = last;
  }

  static CrashPoint never() {
    return new CrashPoint(Integer.MAX_VALUE);
  }

  /** The process takes a step, or crashes. */
  void step() {
    if (steps++ >= last) {
      throw new CrashException();
    }
  }

  boolean hasCrashed() {
    return steps > last;
  }

  /** The process has ended. */
  static final class CrashException extends RuntimeException {}
}
