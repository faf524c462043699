package dev.rampline.adapter.secretsmanager;

import dev.rampline.rotation.KeyRingStore;
import dev.rampline.rotation.StoredKeyRing;
import dev.rampline.time.Deadline;

/**
 * Serializes concurrent replacements, because LocalStack's are not atomic: it deletes a version
 * with its last label and may then move {@code AWSCURRENT} although the new version is missing.
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
