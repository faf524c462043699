package dev.rampline.devkit.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MailboxTest {
  @Test
  void subject_thatChangesOften_isToldOnce() throws Exception {
    Mailbox mailbox = Mailbox.startingWith(List.of("order/1"), List.of());
    IntStream.range(0, 1_000).forEach(time -> mailbox.change("order/" + time % 2));

    assertThat(mailbox.next().orElseThrow().subjects()).containsExactly("order/1", "order/0");
  }

  @Test
  void words_thatNobodyTakes_giveWayToNewerOnes_andAreCounted() throws Exception {
    Mailbox mailbox = Mailbox.ofWords();
    IntStream.rangeClosed(1, 10_000)
        .forEach(number -> mailbox.hear(Nodes.object().put("version", number)));

    Mailbox.Batch batch = mailbox.next().orElseThrow();

    assertThat(batch.words()).hasSizeLessThanOrEqualTo(2_000);
    assertThat(batch.words().getLast().path("version").asInt()).isEqualTo(10_000);
    assertThat(batch.words().size() + batch.dropped()).isEqualTo(10_000);
  }

  @Test
  void onlookerOfWords_isToldNothingOfSubjects() throws Exception {
    Mailbox mailbox = Mailbox.ofWords();
    mailbox.change("order/1");
    mailbox.lose(List.of("order/2"));
    mailbox.hear(Nodes.object());

    assertThat(mailbox.next().orElseThrow())
        .satisfies(batch -> assertThat(batch.subjects()).isEmpty())
        .satisfies(batch -> assertThat(batch.gone()).isEmpty())
        .satisfies(batch -> assertThat(batch.words()).hasSize(1));
  }

  @Test
  void closedMailbox_endsTheWait() throws Exception {
    Mailbox mailbox = Mailbox.ofWords();
    Thread.startVirtualThread(mailbox::close);

    assertThat(mailbox.next()).isEmpty();
  }
}
