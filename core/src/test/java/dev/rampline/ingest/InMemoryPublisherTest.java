package dev.rampline.ingest;

import dev.rampline.message.Message;
import java.util.List;

final class InMemoryPublisherTest extends PublisherContract {
  private final InMemoryPublisher publisher = new InMemoryPublisher();

  @Override
  protected Publisher publisher() {
    return publisher;
  }

  @Override
  protected List<Message> received(int expected) {
    return publisher.messages();
  }
}
