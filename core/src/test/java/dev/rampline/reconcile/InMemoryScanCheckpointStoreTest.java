package dev.rampline.reconcile;

final class InMemoryScanCheckpointStoreTest extends ScanCheckpointStoreContract {
  private final ScanCheckpointStore log = new InMemoryScanCheckpointStore();

  @Override
  protected ScanCheckpointStore log() {
    return log;
  }
}
