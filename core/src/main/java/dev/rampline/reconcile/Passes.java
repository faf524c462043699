package dev.rampline.reconcile;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far the list of orders was read.
 *
 * @param revision of what is remembered: every write adds 1
 * @param completed when the last pass began that came to its end; null: none did
 * @param pass the one under way; null: none is
 */
public record Passes(long revision, @Nullable Instant completed, @Nullable Pass pass) {
  /** No pass was ever begun. */
  public static final Passes NONE = new Passes(0, null, null);

  /** The pass under way, or the next. */
  Pass resumed(Instant now, Reach reach) {
    if (pass != null) {
      return pass;
    }
    return completed == null
        ? new Pass(now, now.minus(reach.horizon()), 1, true)
        : new Pass(now, completed.minus(reach.overlap()), 1, false);
  }

  /** With that pass still to be gone on with. */
  Passes underWay(Pass next) {
    return new Passes(revision + 1, completed, next);
  }

  /** With that pass at its end. */
  Passes ended(Pass last) {
    return new Passes(revision + 1, last.startedAt(), null);
  }
}
