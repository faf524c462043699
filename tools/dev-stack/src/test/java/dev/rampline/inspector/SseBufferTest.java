package dev.rampline.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SseBufferTest {
  @Test
  void subjectWithManyChanges_isSentOnce() throws Exception {
    SseBuffer buffer = SseBuffer.withSnapshot(List.of("order/1"), List.of());
    IntStream.range(0, 1_000).forEach(time -> buffer.addSubject("order/" + time % 2));

    assertThat(buffer.next().orElseThrow().subjects()).containsExactly("order/1", "order/0");
  }

  @Test
  void unreadEvents_areReplacedByNewerOnes_andCounted() throws Exception {
    SseBuffer buffer = SseBuffer.forEventsOnly();
    IntStream.rangeClosed(1, 10_000)
        .forEach(number -> buffer.addEvent(JsonNodes.object().put("version", number)));

    SseBuffer.Batch batch = buffer.next().orElseThrow();

    assertThat(batch.events()).hasSizeLessThanOrEqualTo(2_000);
    assertThat(batch.events().getLast().path("version").asInt()).isEqualTo(10_000);
    assertThat(batch.events().size() + batch.dropped()).isEqualTo(10_000);
  }

  @Test
  void eventsOnlyClient_getsNoSubjects() throws Exception {
    SseBuffer buffer = SseBuffer.forEventsOnly();
    buffer.addSubject("order/1");
    buffer.addRemoved(List.of("order/2"));
    buffer.addEvent(JsonNodes.object());

    assertThat(buffer.next().orElseThrow())
        .satisfies(batch -> assertThat(batch.subjects()).isEmpty())
        .satisfies(batch -> assertThat(batch.removed()).isEmpty())
        .satisfies(batch -> assertThat(batch.events()).hasSize(1));
  }

  @Test
  void closedBuffer_endsTheWait() throws Exception {
    SseBuffer buffer = SseBuffer.forEventsOnly();
    Thread.startVirtualThread(buffer::close);

    assertThat(buffer.next()).isEmpty();
  }
}
