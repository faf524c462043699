package dev.rampline.rotation;

import dev.rampline.time.Deadline;
import dev.rampline.verification.KeysUnavailableException;
import java.util.ArrayList;
import java.util.List;

/** An in-memory store that fulfills the complete contract. */
public final class InMemoryKeyRingStore implements KeyRingStore {
  private final List<String> versions = new ArrayList<>();

  /** Creates a store with a document. */
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

  /** Replaces the document unconditionally, as an operator does. */
  public synchronized void put(String text) {
    versions.add(text);
  }

  /** Returns all versions of the document in order. */
  public synchronized List<String> versions() {
    return List.copyOf(versions);
  }

  private static void failIfPassed(Deadline deadline) {
    if (deadline.hasPassed()) {
      throw new KeysUnavailableException("The deadline has passed", new IllegalStateException());
    }
  }
}
