package dev.rampline.cli.recover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rampline.cli.CommandRun;
import dev.rampline.resources.QueuePlan;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Lists and redrives payloads that the receiver put into quarantine. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QuarantineCommandTest {
  private static final Duration TIMEOUT = Duration.ofSeconds(60);
  private static final String WITHOUT_SUBJECT =
      "{\"eventName\":\"ORDER_COMPLETED\",\"data\":{\"email\":\"canary@example.com\",\"n\":7}}";
  private static final String UNKNOWN_EVENT =
      "{\"eventName\":\"ORDER_SETTLED\",\"data\":{\"id\":\"settled\",\"status\":\"COMPLETED\"}}";

  private final QuarantineFixture fixture = new QuarantineFixture();

  @BeforeAll
  void start() {
    fixture.start("{}");
  }

  @AfterEach
  void empty() {
    fixture.empty();
  }

  @AfterAll
  void close() {
    fixture.close();
  }

  @Test
  void emptyQuarantine_showsNothing() {
    CommandRun run = fixture.run("quarantine");

    assertThat(run.code()).isZero();
    assertThat(run.out()).isEqualToNormalizingNewlines("0 shown\n");
  }

  @Test
  void payload_isShownWithoutItsValues_andStays() throws Exception {
    quarantine(WITHOUT_SUBJECT);

    String listed = fixture.run("quarantine", "--json").out();

    assertThat(listed)
        .startsWith("{\"reason\":\"no-subject\",\"receivedAt\":\"20")
        .contains("\"transport\":\"jwt\",\"key\":0")
        .contains("\"payload\":{\"eventName\":\"string\",\"data\":{\"email\":\"string\"")
        .contains("\"n\":\"number\"")
        .doesNotContain("canary");
    assertThat(fixture.run("quarantine").out())
        .containsPattern("reason +no-subject")
        .contains("1 shown")
        .doesNotContain("canary");
    assertThat(fixture.visible(QueuePlan.QUARANTINE)).isEqualTo(1);
  }

  @Test
  void membersOfAList_areShownByName() throws Exception {
    quarantine(
        "{\"eventName\":\"ORDER_COMPLETED\",\"data\":[{\"id\":\"canary-1\"},{\"n\":{\"m\":7}}]}");

    assertThat(fixture.run("quarantine").out())
        .containsPattern("data\\R +1\\R +id +string\\R +2\\R +n\\R +m +number")
        .doesNotContain("canary");
    assertThat(fixture.run("quarantine", "--json").out())
        .contains("\"data\":[{\"id\":\"string\"},{\"n\":{\"m\":\"number\"}}]");
  }

  @Test
  void values_areShownOnRequest() throws Exception {
    quarantine(WITHOUT_SUBJECT);

    assertThat(fixture.run("quarantine", "--values").out()).contains(WITHOUT_SUBJECT);
    assertThat(fixture.run("quarantine", "--values", "--json").out())
        .contains("\"email\":\"canary@example.com\"");
  }

  @Test
  void show_limitsTheList() throws Exception {
    quarantine(WITHOUT_SUBJECT);
    quarantine("[]");

    assertThat(fixture.run("quarantine", "--show", "1", "--json").out().lines()).hasSize(1);
    assertThat(fixture.run("quarantine", "--show", "2").out())
        .contains("2 shown", "unreadable", "not a JSON object");
    assertThat(fixture.run("quarantine", "--show", "0").code()).isEqualTo(2);
  }

  @Test
  void redrivenPayload_isPlacedByTheNewVocabulary_andTheRestReturns() throws Exception {
    quarantine(UNKNOWN_EVENT);
    quarantine(WITHOUT_SUBJECT);
    fixture.drain(QueuePlan.EVENTS);

    redrive();
    await().atMost(TIMEOUT).until(() -> fixture.retried("\"decision\":\"quarantined\"") == 2);
    assertThat(fixture.visible(QueuePlan.QUARANTINE)).isEqualTo(2);

    fixture.start("{\"events\":{\"ORDER_SETTLED\":\"completed\"}}");
    redrive();
    await().atMost(TIMEOUT).until(() -> fixture.retried("\"decision\":\"state-changed\"") == 1);
    await().atMost(TIMEOUT).until(() -> fixture.retried("\"decision\":\"quarantined\"") == 3);
    assertThat(fixture.drain(QueuePlan.EVENTS))
        .singleElement()
        .asString()
        .contains("\"id\":\"order/settled/2\"", "\"state\":\"completed\"");
    assertThat(fixture.run("quarantine", "--json").out())
        .startsWith("{\"reason\":\"no-subject\"")
        .hasLineCount(1);
  }

  private void quarantine(String payload) throws IOException, InterruptedException {
    int before = fixture.visible(QueuePlan.QUARANTINE);
    assertThat(fixture.post(payload)).isEqualTo(200);
    assertThat(fixture.visible(QueuePlan.QUARANTINE)).isEqualTo(before + 1);
  }

  private void redrive() {
    CommandRun run = fixture.run("redrive", "--from", "quarantine");
    assertThat(run.code()).isZero();
    assertThat(run.out()).isEqualToNormalizingNewlines("sent     2\n");
  }
}
