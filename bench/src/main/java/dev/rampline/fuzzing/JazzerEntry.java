package dev.rampline.fuzzing;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Where Jazzer comes in; its conventions ask for static methods of these names. */
public final class JazzerEntry {
  private static @Nullable FuzzTarget target;

  private JazzerEntry() {}

  /** Chooses the target by its name. */
  public static void fuzzerInitialize(String[] arguments) {
    target = FuzzTargetType.fromName(arguments[0]).orElseThrow().create();
  }

  /** Puts an input in. */
  public static void fuzzerTestOneInput(byte[] input) throws Exception {
    Objects.requireNonNull(target, "target").check(input);
  }
}
