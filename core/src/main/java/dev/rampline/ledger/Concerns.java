package dev.rampline.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What still wants an answer.
 *
 * @param claims that nobody has answered, the oldest first, at most {@value #MAX_CLAIMS}
 * @param unrecognised what was told that nobody has documented
 * @param lookAt when the provider's API is to be asked; null: nothing is wanted
 */
public record Concerns(
    List<StandingClaim> claims, Unrecognised unrecognised, @Nullable Instant lookAt) {
  /** How many claims stand at once. */
  public static final int MAX_CLAIMS = 8;

  /** Nothing is wanted. */
  public static final Concerns NONE = new Concerns(List.of(), Unrecognised.NONE, null);

  public Concerns {
    claims = List.copyOf(claims);
    Objects.requireNonNull(unrecognised, "unrecognized");
  }
}
