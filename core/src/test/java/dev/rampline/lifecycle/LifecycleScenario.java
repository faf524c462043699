package dev.rampline.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.decoding.ApiResponseDecoder;
import dev.rampline.decoding.DecodingResult;
import dev.rampline.decoding.Vocabulary;
import dev.rampline.decoding.WebhookDecoder;
import dev.rampline.event.Channel;
import dev.rampline.event.EventFields;
import dev.rampline.event.EventMetadata;
import dev.rampline.event.State;
import dev.rampline.event.StatusReport;
import dev.rampline.event.Subject;
import dev.rampline.event.TrustLevel;
import dev.rampline.event.VerifiedEvent;
import dev.rampline.json.Json;
import dev.rampline.ledger.PendingUnverifiedEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One subject's events with their expected outcomes, such as {@code "state-changed 3 processing"}
 * (decision, version, state, and what is open). Events are payloads in the provider's format. The
 * first is received at 12:00, each other one minute later.
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

  /** Sets the time of day of the next event. */
  LifecycleScenario at(String time) {
    return withField("timestamp", DAY.formatted(time));
  }

  /** Adds a field to the next event. */
  LifecycleScenario withField(String field, String value) {
    members.put(field, new Json.Text(value));
    return this;
  }

  /** Applies a signed webhook with an event name and perhaps a status. */
  void webhook(String eventName, @Nullable String status, String outcome) {
    withField("eventName", eventName);
    apply(
        new LifecycleStep.Unsolicited(event(status, Channel.WEBHOOK, TrustLevel.SIGNED)), outcome);
  }

  /** Applies a row of the API's list. */
  void row(String status, String outcome) {
    apply(new LifecycleStep.Unsolicited(event(status, Channel.API, TrustLevel.FETCHED)), outcome);
  }

  /** Applies the API's response to a request at the current version. */
  void lookup(String status, String outcome) {
    staleLookup(0, status, outcome);
  }

  /** Applies the API's response to a request made some versions ago. */
  void staleLookup(int versionsAgo, String status, String outcome) {
    VerifiedEvent event = event(status, Channel.API, TrustLevel.FETCHED);
    apply(new LifecycleStep.Lookup(event, versionsAgo), outcome);
  }

  /** Applies a state reported by the socket. */
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

  /** Lets time pass before the next event. */
  void pause(Duration time) {
    history.pause(time);
  }

  /** Applies the API's response that it does not know the subject. */
  void notFound(String outcome) {
    EventMetadata metadata = EventMetadata.ofLookup(Instant.EPOCH, 0, false);
    VerifiedEvent event =
        new VerifiedEvent(subject, StatusReport.NOT_FOUND, EventFields.NONE, null, metadata);
    apply(new LifecycleStep.Lookup(event, 0), outcome);
  }

  void assertConfirmedAt(String time) {
    assertThat(history.record().content().confirmedAt())
        .isEqualTo(Instant.parse(DAY.formatted(time)));
  }

  void assertUnconfirmed() {
    assertThat(history.record().content().confirmedAt()).isNull();
  }

  void assertDisagreement(boolean expected) {
    assertThat(history.changes().getLast().decision().isDisagreement()).isEqualTo(expected);
  }

  void assertNoNextCheck() {
    assertThat(history.record().pendingChecks().nextCheckAt()).isNull();
  }

  private void apply(LifecycleStep step, String outcome) {
    RecordChange change = history.apply(step);
    VisibleRecord shown = VisibleRecord.of(change.after());
    String actual = change.decision().text() + " " + history.version() + " " + shown.state().text();
    assertThat(actual + conflict(shown) + confirmation(shown) + unverified(shown))
        .isEqualTo(outcome);
  }

  private VerifiedEvent event(@Nullable String status, Channel channel, TrustLevel trust) {
    members.put(idField, new Json.Text("1"));
    if (status != null) {
      withField(statusField, status);
    }
    Instant noon = Instant.parse(DAY.formatted("12:00"));
    EventMetadata metadata = new EventMetadata(channel, trust, noon, null, false, null);
    Json.Obj payload = new Json.Obj(members);
    members.clear();
    VerifiedEvent event =
        channel == Channel.API
            ? response(payload, metadata)
            : ((DecodingResult.WithEvent) DECODER.decode(payload, metadata)).event();
    assertThat(event.subject()).isEqualTo(subject);
    return event;
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
    String provider = shown.providerState().map(state -> ", not " + state.text()).orElse("");
    return " (" + sides + provider + (shown.resolvedStates().isEmpty() ? ": open)" : ": resolved)");
  }

  private static String confirmation(VisibleRecord shown) {
    return shown.confirmed() ? "" : " unconfirmed";
  }

  private static String unverified(VisibleRecord shown) {
    return shown.unverifiedEvents().stream()
        .map(PendingUnverifiedEvent::state)
        .sorted()
        .map(state -> ", " + state.text() + " unverified")
        .collect(Collectors.joining());
  }
}
