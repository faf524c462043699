package dev.rampline.rotation;

import dev.rampline.time.Deadline;
import dev.rampline.verification.KeysUnavailableException;
import java.util.ArrayList;
import java.util.List;

/** A store that forgets at the end of the test; otherwise it keeps the whole contract. */
public final class InMemoryKeyRingStore implements KeyRingStore {
  private final List<String> versions = new ArrayList<>();

  /** One with a document in it. */
  public InMemoryKeyRingStore(String text) {
    versions.add(text);
  }

  @Override
  public synchronized StoredKeyRing read(Deadline deadline) {
    failIfPassed(deadline);
    return new StoredKeyRing(Integer.toString(versions.size()), versions.getLast());
  }

  @Override
  public synchronized Replacement replace(StoredKeyRing seen, String text, Deadline deadline) {
    failIfPassed(deadline);
    if (!seen.version().equals(Integer.toString(versions.size()))) {
      return Replacement.SUPERSEDED;
    }
    versions.add(text);
    return Replacement.WRITTEN;
  }

  /** As an operator does it: whatever stands there is replaced. */
  public synchronized void put(String text) {
    versions.add(text);
  }

  /** Every document that ever stood there, in order. */
  public synchronized List<String> versions() {
    return List.copyOf(versions);
  }

  private static void failIfPassed(Deadline deadline) {
    if (deadline.hasPassed()) {
      throw new KeysUnavailableException("The deadline has passed", new IllegalStateException());
    }
  }
}
