package dev.rampline.reconcile;

final class InMemoryScanCheckpointStoreTest extends ScanCheckpointStoreContract {
  private final ScanCheckpointStore store = new InMemoryScanCheckpointStore();

  @Override
  protected ScanCheckpointStore store() {
    return store;
  }
}
