package dev.rampline.rotation;

final class InMemoryRingStoreTest extends RingStoreContract {
  @Override
  protected RingStore holding(String text) {
    return new InMemoryRingStore(text);
  }

  @Override
  protected void put(RingStore store, String text) {
    ((InMemoryRingStore) store).put(text);
  }
}
