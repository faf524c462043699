package dev.rampline.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SseBufferTest {
  @Test
  void subject_thatChangesOften_isToldOnce() throws Exception {
    SseBuffer mailbox = SseBuffer.withSnapshot(List.of("order/1"), List.of());
    IntStream.range(0, 1_000).forEach(time -> mailbox.addSubject("order/" + time % 2));

    assertThat(mailbox.next().orElseThrow().subjects()).containsExactly("order/1", "order/0");
  }

  @Test
  void words_thatNobodyTakes_giveWayToNewerOnes_andAreCounted() throws Exception {
    SseBuffer mailbox = SseBuffer.forEventsOnly();
    IntStream.rangeClosed(1, 10_000)
        .forEach(number -> mailbox.addEvent(JsonNodes.object().put("version", number)));

    SseBuffer.Batch batch = mailbox.next().orElseThrow();

    assertThat(batch.events()).hasSizeLessThanOrEqualTo(2_000);
    assertThat(batch.events().getLast().path("version").asInt()).isEqualTo(10_000);
    assertThat(batch.events().size() + batch.dropped()).isEqualTo(10_000);
  }

  @Test
  void onlookerOfWords_isToldNothingOfSubjects() throws Exception {
    SseBuffer mailbox = SseBuffer.forEventsOnly();
    mailbox.addSubject("order/1");
    mailbox.addRemoved(List.of("order/2"));
    mailbox.addEvent(JsonNodes.object());

    assertThat(mailbox.next().orElseThrow())
        .satisfies(batch -> assertThat(batch.subjects()).isEmpty())
        .satisfies(batch -> assertThat(batch.removed()).isEmpty())
        .satisfies(batch -> assertThat(batch.events()).hasSize(1));
  }

  @Test
  void closedMailbox_endsTheWait() throws Exception {
    SseBuffer mailbox = SseBuffer.forEventsOnly();
    Thread.startVirtualThread(mailbox::close);

    assertThat(mailbox.next()).isEmpty();
  }
}
