package dev.rampline.rotation;

final class InMemoryKeyRingStoreTest extends KeyRingStoreContract {
  @Override
  protected KeyRingStore containing(String text) {
    return new InMemoryKeyRingStore(text);
  }

  @Override
  protected void put(KeyRingStore store, String text) {
    ((InMemoryKeyRingStore) store).put(text);
  }
}
