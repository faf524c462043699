package dev.rampline.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.decoding.ApiResponseDecoder;
import dev.rampline.decoding.DecodingResult;
import dev.rampline.decoding.Vocabulary;
import dev.rampline.decoding.WebhookDecoder;
import dev.rampline.event.Channel;
import dev.rampline.event.EventMetadata;
import dev.rampline.event.State;
import dev.rampline.event.Subject;
import dev.rampline.event.TrustLevel;
import dev.rampline.event.VerifiedEvent;
import dev.rampline.json.Json;
import dev.rampline.ledger.PendingUnverifiedEvent;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One subject's story, told a line a word: what came, and what it came to, as in {@code "advanced 3
 * processing"} (decision, version, state, and what is open). Words are payloads as the provider
 * writes them; the first is received at 12:00, each other a minute later.
 */
final class LifecycleScenario {
  private static final String DAY = "2026-03-01T%s:00Z";
  private static final WebhookDecoder DECODER = new WebhookDecoder(Vocabulary.DOCUMENTED, Set.of());

  private static final ApiResponseDecoder RESPONSES =
      new ApiResponseDecoder(Vocabulary.DOCUMENTED, Set.of());

  private final Subject subject;
  private final String idField;
  private final String statusField;
  private final RecordHistory history;
  private final Map<String, Json> members = new LinkedHashMap<>();

  private LifecycleScenario(Subject subject, String idField, String statusField) {
    this.subject = subject;
    this.idField = idField;
    this.statusField = statusField;
    this.history = new RecordHistory(new LifecycleRules.Correct(), subject);
  }

  static LifecycleScenario ofOrder() {
    return new LifecycleScenario(Subject.order("1"), "orderId", "status");
  }

  static LifecycleScenario ofCustomer() {
    return new LifecycleScenario(Subject.customer("1"), "partnerCustomerId", "kycStatus");
  }

  /** The next word bears this time of the day. */
  LifecycleScenario at(String time) {
    return withField("timestamp", DAY.formatted(time));
  }

  /** The next word tells this, too. */
  LifecycleScenario withField(String field, String value) {
    members.put(field, new Json.Text(value));
    return this;
  }

  /** A signed webhook comes, with an event name and perhaps a status. */
  void webhook(String eventName, @Nullable String status, String outcome) {
    withField("eventName", eventName);
    apply(new LifecycleStep.Unsolicited(word(status, Channel.WEBHOOK, TrustLevel.SIGNED)), outcome);
  }

  /** A row of the API's list comes. */
  void row(String status, String outcome) {
    apply(new LifecycleStep.Unsolicited(word(status, Channel.API, TrustLevel.FETCHED)), outcome);
  }

  /** The API answers what was asked at the present version. */
  void lookup(String status, String outcome) {
    staleLookup(0, status, outcome);
  }

  /** The API answers what was asked so many versions ago. */
  void staleLookup(int versionsAgo, String status, String outcome) {
    VerifiedEvent word = word(status, Channel.API, TrustLevel.FETCHED);
    apply(new LifecycleStep.Lookup(word, versionsAgo), outcome);
  }

  /** The socket says a state. */
  void socket(State state, String outcome) {
    apply(new LifecycleStep.Socket(state), outcome);
  }

  void assertField(String field, String value) {
    assertThat(history.record().fields().plainValues()).containsEntry(field, value);
  }

  void assertNextCheck(String time) {
    Instant due = Instant.parse(DAY.formatted(time));
    assertThat(history.record().pendingChecks().nextCheckAt()).isEqualTo(due);
  }

  void assertNoNextCheck() {
    assertThat(history.record().pendingChecks().nextCheckAt()).isNull();
  }

  private void apply(LifecycleStep step, String outcome) {
    RecordChange change = history.apply(step);
    VisibleRecord shown = VisibleRecord.of(change.after());
    String told = change.decision().text() + " " + history.version() + " " + shown.state().text();
    assertThat(told + conflict(shown) + confirmation(shown) + claims(shown)).isEqualTo(outcome);
  }

  private VerifiedEvent word(@Nullable String status, Channel channel, TrustLevel authenticity) {
    members.put(idField, new Json.Text("1"));
    if (status != null) {
      withField(statusField, status);
    }
    Instant noon = Instant.parse(DAY.formatted("12:00"));
    EventMetadata metadata = new EventMetadata(channel, authenticity, noon, null, false, null);
    Json.Obj payload = new Json.Obj(members);
    members.clear();
    VerifiedEvent observation =
        channel == Channel.API
            ? response(payload, metadata)
            : ((DecodingResult.WithEvent) DECODER.decode(payload, metadata)).event();
    assertThat(observation.subject()).isEqualTo(subject);
    return observation;
  }

  private VerifiedEvent response(Json.Obj response, EventMetadata metadata) {
    return subject.kind() == Subject.Kind.ORDER
        ? RESPONSES.order(response, "1", metadata).orElseThrow().event()
        : RESPONSES.kyc(response, "1", metadata).orElseThrow();
  }

  private static String conflict(VisibleRecord shown) {
    if (shown.sides().isEmpty()) {
      return "";
    }
    String sides = shown.sides().stream().map(State::text).collect(Collectors.joining(" or "));
    return " (" + sides + (shown.resolvedStates().isEmpty() ? ": open)" : ": settled)");
  }

  private static String confirmation(VisibleRecord shown) {
    return shown.confirmed() ? "" : " unconfirmed";
  }

  private static String claims(VisibleRecord shown) {
    return shown.unverifiedEvents().stream()
        .map(PendingUnverifiedEvent::state)
        .sorted()
        .map(state -> ", " + state.text() + " unverified")
        .collect(Collectors.joining());
  }
}
