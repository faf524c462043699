package dev.rampline.fuzzing;

/** What takes in a stranger's bytes, with the properties that hold whatever they are. */
@FunctionalInterface
public interface FuzzTarget {
  /** Puts that input in; whatever it throws is a finding. */
  void check(byte[] input) throws Exception;
}
