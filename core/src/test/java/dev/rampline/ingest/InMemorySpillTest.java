package dev.rampline.ingest;

import java.util.List;

final class InMemorySpillTest extends SpillContract {
  private final InMemorySpill spill = new InMemorySpill();

  @Override
  protected Spill spill() {
    return spill;
  }

  @Override
  protected List<String> taken(int expected) {
    return spill.documents();
  }
}
