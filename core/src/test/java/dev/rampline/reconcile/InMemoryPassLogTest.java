package dev.rampline.reconcile;

final class InMemoryPassLogTest extends PassLogContract {
  private final PassLog log = new InMemoryPassLog();

  @Override
  protected PassLog log() {
    return log;
  }
}
