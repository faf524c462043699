package dev.rampline.ledger;

import dev.rampline.event.Subject;
import java.util.Objects;

/**
 * What stays of a subject that was forgotten: nothing that was said of it, and its version, so that
 * no id of a message is ever used twice. Nothing follows it.
 *
 * @param subject who was forgotten
 * @param revision one more than the record's that was there, in its version; when it was forgotten
 */
public record Tombstone(Subject subject, Revision revision) implements Entry {
  public Tombstone {
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(revision, "revision");
  }
}
