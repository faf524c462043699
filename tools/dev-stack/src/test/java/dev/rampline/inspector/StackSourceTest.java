package dev.rampline.inspector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampline.event.Subject;
import dev.rampline.inspector.RecordLookup.LookupFailure;
import dev.rampline.inspector.stack.StackFixture;
import dev.rampline.inspector.stack.StackPolicy;
import dev.rampline.inspector.stack.StackSource;
import dev.rampline.listen.EventStreamListener;
import dev.rampline.listen.ReceivedEvent;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** Tests what the page and {@code listen} get of a stack. */
@Isolated("The credentials are system properties.")
class StackSourceTest {
  private static final Subject ORDER = Subject.order("one");

  private final EventStore store = new EventStore("staging");
  private final List<String> notices = new CopyOnWriteArrayList<>();
  private final StackFixture fixture = new StackFixture();

  StackSourceTest() throws IOException {}

  @AfterEach
  void stop() {
    fixture.close();
  }

  @Test
  void change_isAnEvent_andWhatWasBeforeIsNot() throws Exception {
    post("ORDER_CREATED", "one", "AWAITING_PAYMENT");
    Events events = new Events(1);
    try (StackSource source = start(false)) {
      Thread listening = Thread.ofVirtual().start(() -> events.listenTo(store));
      source.awaitFirstPoll();
      post("ORDER_COMPLETED", "one", "COMPLETED");
      listening.join();
    }

    ReceivedEvent event = events.received.getFirst();
    assertThat(event.subject()).contains("order/one");
    assertThat(event.decision()).contains("state-changed");
    assertThat(event.state()).contains("completed");
    assertThat(event.text("version")).contains("2");
    JsonNode entries = timeline(ORDER).path("entries");
    assertThat(entries).hasSize(1);
    assertThat(entries.at("/0/message/id").asText()).isEqualTo("order/one/2");
    assertThat(entries.at("/0/previousState").asText()).isEqualTo("awaiting-payment");
  }

  @Test
  void openRecords_areListed_conflictsLast() throws Exception {
    post("ORDER_COMPLETED", "contested", "COMPLETED");
    post("ORDER_FAILED", "contested", "FAILED");
    post("ORDER_CREATED", "one", "AWAITING_PAYMENT");
    try (StackSource source = start(true)) {
      source.awaitFirstPoll();

      assertThat(source.problems()).isEmpty();
      assertThat(subjects()).containsExactly("order/one", "order/contested");
      JsonNode contested = timeline(Subject.order("contested"));
      assertThat(contested.at("/summary/conflict/open").asBoolean()).isTrue();
      assertThat(contested.path("fromTable").asBoolean()).isTrue();
      assertThat(contested.path("entries").findValuesAsText("decision"))
          .containsExactly("state-changed", "conflict");
      assertThat(contested.at("/entries/1/message/id").asText()).isEqualTo("order/contested/2");
      assertThat(contested.at("/record/subject").asText()).isEqualTo("order/contested");
    }
  }

  @Test
  void record_isLookedUpByEachId() throws Exception {
    fixture.post(
        """
        {"eventName": "ORDER_COMPLETED", "data": {"id": "one", "partnerOrderId": "mine",
         "status": "COMPLETED"}}""");
    fixture.post(
        """
        {"eventName": "KYC_APPROVED", "data": {"partnerCustomerId": "c-1",
         "kycStatus": "APPROVED"}}""");
    try (StackSource source = start(false)) {
      for (String id : List.of("one", "mine", "order/one")) {
        assertThat(source.lookup().find(id)).as(id).containsExactly(ORDER);
      }
      assertThat(source.lookup().find("c-1")).containsExactly(Subject.customer("c-1"));
      assertThat(source.lookup().find("nothing")).isEmpty();
      assertThat(timeline(ORDER).at("/summary/state").asText()).isEqualTo("completed");
    }
  }

  @Test
  void changeAfterALookup_isTheNextEntry() throws Exception {
    post("ORDER_CREATED", "one", "AWAITING_PAYMENT");
    try (StackSource source = start(false)) {
      source.awaitFirstPoll();
      source.lookup().refresh(ORDER);
      post("ORDER_COMPLETED", "one", "COMPLETED");

      await().until(() -> timeline(ORDER).at("/summary/state").asText().equals("completed"));
      assertThat(timeline(ORDER).path("entries").findValuesAsText("state"))
          .containsExactly("awaiting-payment", "completed");
      source.lookup().refresh(ORDER);
      assertThat(timeline(ORDER).path("entries")).hasSize(2);
    }
  }

  @Test
  void logEntries_areEventsThatChangeNothing() throws Exception {
    fixture.post(
        """
        {"eventName": "KYC_APPROVED", "data": {"partnerCustomerId": "c-1",
         "kycStatus": "APPROVED"}}""");
    fixture.post(
        """
        {"eventName": "KYC_APPROVED", "data": {"partnerCustomerId": "c-1",
         "kycStatus": "APPROVED"}}""");
    fixture.log(StackFixture.WEBHOOK_LOGS, "not JSON", System.currentTimeMillis());
    try (StackSource source = start(false)) {
      assertThat(source.lookup().find("c-1")).hasSize(1);
      await()
          .untilAsserted(
              () ->
                  assertThat(
                          timeline(Subject.customer("c-1"))
                              .path("entries")
                              .findValuesAsText("decision"))
                      .containsExactly("state-changed", "duplicate"));
      assertThat(source.problems()).isEmpty();
    }
  }

  @Test
  void deniedPart_isAProblem_untilItCanBeRead() throws Exception {
    post("ORDER_CREATED", "one", "AWAITING_PAYMENT");
    List.of("DescribeStream", "FilterLogEvents", "Query").forEach(fixture::deny);
    try (StackSource source = start(true)) {
      source.awaitFirstPoll();
      await().until(() -> source.problems().size() == 3);
      assertThat(source.problems())
          .anyMatch(it -> it.matches("The table's stream .* cannot be read\\. .*DescribeStream.*"))
          .anyMatch(it -> it.matches("The table .open.* cannot be read\\. .*Query.*"))
          .anyMatch(it -> it.matches("The functions' logs .*\\. .*FilterLogEvents.*"));
      assertThatThrownBy(() -> source.lookup().find("one"))
          .isInstanceOf(LookupFailure.class)
          .hasMessageContaining("Query");

      fixture.allow("DescribeStream");

      await().until(() -> source.problems().size() == 2);
      assertThat(notices).contains("The table's stream (live changes) can be read again.");
      post("ORDER_COMPLETED", "one", "COMPLETED");
      await().until(() -> subjects().contains("order/one"));
    }
  }

  @Test
  void throttledPart_isAProblem_thatNeedsNoAction() throws Exception {
    fixture.refuse("GetRecords", "ThrottlingException");
    try (StackSource source = start(false)) {
      source.awaitFirstPoll();

      assertThat(source.problems())
          .containsExactly(
              "The table's stream (live changes) cannot be read. AWS cannot answer now"
                  + " (ThrottlingException).");
      fixture.allow("GetRecords");
      await().until(() -> source.problems().isEmpty());
    }
  }

  @Test
  void policy_namesEachOperationAndResource() {
    JsonNode policy =
        StackPolicy.of(fixture.stack(Map.of("KmsKeyArn", "arn:aws:kms:eu-west-1:1:key/k")));

    assertThat(policy.at("/Statement").findValuesAsText("Sid"))
        .containsExactly("ReadStack", "ReadLedger", "FollowLedger", "ReadLogs", "Decrypt");
    assertThat(policy.at("/Statement/1/Resource/1").asText())
        .startsWith("arn:aws:dynamodb:")
        .endsWith(":table/rampline-ledger/index/open");
    assertThat(policy.at("/Statement/3/Resource/0").asText())
        .matches("arn:aws:logs:[^:]+:[^:]+:log-group:/aws/lambda/demo-webhook:\\*");
    assertThat(policy.at("/Statement/4/Resource/0").asText())
        .isEqualTo("arn:aws:kms:eu-west-1:1:key/k");
  }

  private StackSource start(boolean openRecords) {
    StackSource.Settings settings =
        new StackSource.Settings(
            openRecords,
            Duration.ofMinutes(5),
            failure -> String.valueOf(failure.getMessage()),
            notices::add);
    return StackSource.start(fixture.stack(Map.of()), store, settings);
  }

  private void post(String event, String id, String status) throws Exception {
    fixture.post(
        """
        {"eventName": "%s", "data": {"id": "%s", "status": "%s"}}"""
            .formatted(event, id, status));
  }

  /** Returns the shown subjects, the least recently changed first. */
  private List<String> subjects() {
    SseBuffer client = store.connect(false);
    try {
      client.updateChannels(JsonNodes.object());
      return client.next().orElseThrow().subjects();
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    } finally {
      store.clients().remove(client);
    }
  }

  private JsonNode timeline(Subject subject) {
    return store.timeline(subject).orElseThrow();
  }

  /** Collects a number of events. */
  private record Events(int count, List<ReceivedEvent> received) implements EventStreamListener {
    Events(int count) {
      this(count, new CopyOnWriteArrayList<>());
    }

    void listenTo(EventStore store) {
      try {
        store.listen(this);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
      }
    }

    @Override
    public void onOpen() {}

    @Override
    public void onEvent(ReceivedEvent event) {
      received.add(event);
    }

    @Override
    public void onDropped(int dropped) {}

    @Override
    public boolean isDone() {
      return received.size() >= count;
    }
  }
}
