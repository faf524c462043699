package dev.rampline.fuzzing;

/** A consumer of untrusted bytes, with properties that hold for every input. */
@FunctionalInterface
public interface FuzzTarget {
  /** Runs the target with that input; throws if a property is violated. */
  void check(byte[] input) throws Exception;
}
