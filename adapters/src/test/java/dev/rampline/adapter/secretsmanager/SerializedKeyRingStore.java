package dev.rampline.adapter.secretsmanager;

import dev.rampline.rotation.KeyRingStore;
import dev.rampline.rotation.StoredKeyRing;
import dev.rampline.time.Deadline;

/**
 * Lets replacements by several threads follow upon each other, in any order. LocalStack drops a
 * version with its last label, and then moves {@code AWSCURRENT} away from the old version before
 * it misses the new one; Secrets Manager keeps versions for a day, and moves a label or does not.
 */
record SerializedKeyRingStore(KeyRingStore store) implements KeyRingStore {
  @Override
  public StoredKeyRing read(Deadline deadline) {
    return store.read(deadline);
  }

  @Override
  public Replacement replace(StoredKeyRing seen, String text, Deadline deadline) {
    synchronized (store) {
      return store.replace(seen, text, deadline);
    }
  }
}
