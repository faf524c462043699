package dev.rampline.quarantine;

import java.util.List;

final class InMemoryQuarantineTest extends QuarantineContract {
  private final InMemoryQuarantine quarantine = new InMemoryQuarantine();

  @Override
  protected Quarantine quarantine() {
    return quarantine;
  }

  @Override
  protected List<QuarantinedPayload> taken(int expected) {
    return quarantine.payloads();
  }
}
