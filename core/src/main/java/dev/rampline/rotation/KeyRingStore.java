package dev.rampline.rotation;

import dev.rampline.time.Deadline;

/** Where the document of keys is kept and replaced. Implementations are thread-safe. */
public interface KeyRingStore {
  /**
   * The document as it stands.
   *
   * @throws dev.rampline.verification.KeysUnavailableException if it cannot be read by the deadline
   */
  StoredKeyRing read(Deadline deadline);

  /**
   * Puts a document in the place of the one that was read, whole or not at all.
   *
   * @throws dev.rampline.verification.KeysUnavailableException if the store failed or was silent
   *     until the deadline; the document may stand there all the same
   */
  Replacement replace(StoredKeyRing seen, String text, Deadline deadline);

  /** What became of it. */
  enum Replacement {
    /** The new document stands. */
    WRITTEN,
    /** Another one had taken the place of the one that was read; nothing was changed. */
    SUPERSEDED
  }
}
