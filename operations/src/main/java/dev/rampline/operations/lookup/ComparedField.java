package dev.rampline.operations.lookup;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A value in the ledger and at the provider.
 *
 * @param name the name of the field, or {@link #STATE}
 * @param ledger the ledger's value; null if it has none
 * @param provider the provider's value, of the state the status as written; null if it has none
 * @param differs whether both have a value and they contradict each other
 */
public record ComparedField(
    String name, @Nullable String ledger, @Nullable String provider, boolean differs) {
  /** The name of the state. */
  public static final String STATE = "state";

  public ComparedField {
    Objects.requireNonNull(name, "name");
  }
}
