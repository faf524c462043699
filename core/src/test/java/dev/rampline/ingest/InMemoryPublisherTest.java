package dev.rampline.ingest;

import dev.rampline.message.CloudEventMessage;
import java.util.List;

final class InMemoryPublisherTest extends PublisherContract {
  private final InMemoryPublisher publisher = new InMemoryPublisher();

  @Override
  protected Publisher publisher() {
    return publisher;
  }

  @Override
  protected List<CloudEventMessage> received(int expected) {
    return publisher.messages();
  }
}
