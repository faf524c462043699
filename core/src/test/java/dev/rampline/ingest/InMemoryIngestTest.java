package dev.rampline.ingest;

import dev.rampline.ledger.InMemoryLedger;
import dev.rampline.ledger.Ledger;
import dev.rampline.message.CloudEventMessage;
import java.util.List;

final class InMemoryIngestTest extends IngestContract {
  private final InMemoryLedger ledger = new InMemoryLedger();
  private final InMemoryPublisher publisher = new InMemoryPublisher();

  @Override
  protected Ledger ledger() {
    return ledger;
  }

  @Override
  protected Publisher publisher() {
    return publisher;
  }

  @Override
  protected List<CloudEventMessage> received(int expected) {
    return publisher.messages();
  }
}
