package dev.rampline.fuzzing;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The entry point for Jazzer, which requires static methods of these names. */
public final class JazzerEntry {
  private static @Nullable FuzzTarget target;

  private JazzerEntry() {}

  /** Selects the target by name. */
  public static void fuzzerInitialize(String[] arguments) {
    target = FuzzTargetType.fromName(arguments[0]).orElseThrow().create();
  }

  /** Runs the target with an input. */
  public static void fuzzerTestOneInput(byte[] input) throws Exception {
    Objects.requireNonNull(target, "target").check(input);
  }
}
