package dev.rampline.subscriber.processing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rampline.event.Subject;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EventBurstTest extends ProcessorFixture {
  EventBurstTest() throws IOException {}

  @Test
  void burst_ofOneEventForEachOfManyOrders_losesNone() {
    withoutApi();
    List<String> ids = IntStream.range(0, 1_000).mapToObj(order -> id + order).toList();

    ids.forEach(order -> order(order, "PROCESSING"));
    await().atMost(Duration.ofMinutes(2)).until(() -> depth() == 0);

    assertThat(ids).allMatch(order -> record(Subject.order(order)).isPresent());
    assertThat(fatalErrors).isEmpty();
  }
}
