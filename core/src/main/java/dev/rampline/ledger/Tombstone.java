package dev.rampline.ledger;

import dev.rampline.event.Subject;
import java.util.Objects;

/**
 * The entry of an erased subject. It keeps only the version, so that no message id is used twice.
 * No event replaces it.
 *
 * @param subject the erased subject
 * @param revision the next revision number, the erased record's version, and the time of the
 *     erasure
 */
public record Tombstone(Subject subject, Revision revision) implements Entry {
  public Tombstone {
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(revision, "revision");
  }
}
