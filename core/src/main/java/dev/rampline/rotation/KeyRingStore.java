package dev.rampline.rotation;

import dev.rampline.time.Deadline;

/** The store of the key document. Implementations are thread-safe. */
public interface KeyRingStore {
  /**
   * Reads the document.
   *
   * @throws dev.rampline.verification.KeysUnavailableException if it cannot be read before the
   *     deadline
   */
  StoredKeyRing read(Deadline deadline);

  /**
   * Replaces the document atomically, if it is still the one that was read.
   *
   * @throws dev.rampline.verification.KeysUnavailableException if the store failed or did not
   *     respond before the deadline; the document may have been written nevertheless
   */
  Replacement replace(StoredKeyRing current, String text, Deadline deadline);

  /** The result of a replacement. */
  enum Replacement {
    /** The new document was written. */
    WRITTEN,
    /** Another document was written since the read. Nothing changed. */
    SUPERSEDED
  }
}
