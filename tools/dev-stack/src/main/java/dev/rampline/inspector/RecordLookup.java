package dev.rampline.inspector;

import dev.rampline.event.Subject;
import java.util.List;

/** Looks up records that the event store does not have, and adds them to it. Thread-safe. */
public interface RecordLookup {
  /**
   * Returns the subjects that an id may mean: an order's or a customer's, or the text of a subject.
   *
   * @throws LookupFailure if the ledger cannot be read
   */
  List<Subject> find(String id);

  /**
   * Reads the record of a subject again.
   *
   * @throws LookupFailure if the ledger cannot be read
   */
  void refresh(Subject subject);

  /** The ledger cannot be read; the message is a sentence. */
  final class LookupFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LookupFailure(String sentence, RuntimeException cause) {
      super(sentence, cause);
    }
  }
}
