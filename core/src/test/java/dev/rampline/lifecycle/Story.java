package dev.rampline.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.decoding.Decoding;
import dev.rampline.decoding.WebhookDecoder;
import dev.rampline.json.Json;
import dev.rampline.ledger.StandingClaim;
import dev.rampline.observation.Authenticity;
import dev.rampline.observation.Channel;
import dev.rampline.observation.Observation;
import dev.rampline.observation.Reception;
import dev.rampline.observation.State;
import dev.rampline.observation.Subject;
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
final class Story {
  private static final String DAY = "2026-03-01T%s:00Z";
  private static final WebhookDecoder DECODER = new WebhookDecoder(Set.of());

  private final Subject subject;
  private final String idField;
  private final String statusField;
  private final History history;
  private final Map<String, Json> members = new LinkedHashMap<>();

  private Story(Subject subject, String idField, String statusField) {
    this.subject = subject;
    this.idField = idField;
    this.statusField = statusField;
    this.history = new History(new Rules.Sound(), subject);
  }

  static Story ofOrder() {
    return new Story(Subject.order("1"), "orderId", "status");
  }

  static Story ofCustomer() {
    return new Story(Subject.customer("1"), "partnerCustomerId", "kycStatus");
  }

  /** The next word bears this time of the day. */
  Story at(String time) {
    return telling("timestamp", DAY.formatted(time));
  }

  /** The next word tells this, too. */
  Story telling(String field, String value) {
    members.put(field, new Json.Text(value));
    return this;
  }

  /** A signed webhook comes, with an event name and perhaps a status. */
  void webhook(String eventName, @Nullable String status, String outcome) {
    telling("eventName", eventName);
    take(new Step.Say(word(status, Channel.WEBHOOK, Authenticity.SIGNED)), outcome);
  }

  /** A row of the API's list comes. */
  void row(String status, String outcome) {
    take(new Step.Say(word(status, Channel.API, Authenticity.FETCHED)), outcome);
  }

  /** The API answers what was asked at the present version. */
  void reading(String status, String outcome) {
    oldReading(0, status, outcome);
  }

  /** The API answers what was asked so many versions ago. */
  void oldReading(int versionsAgo, String status, String outcome) {
    Observation word = word(status, Channel.API, Authenticity.FETCHED);
    take(new Step.Read(word, versionsAgo), outcome);
  }

  /** The socket says a state. */
  void socket(State state, String outcome) {
    take(new Step.Whisper(state), outcome);
  }

  void holds(String field, String value) {
    assertThat(history.record().facts().plain()).containsEntry(field, value);
  }

  void isLookedAt(String time) {
    Instant due = Instant.parse(DAY.formatted(time));
    assertThat(history.record().concerns().lookAt()).isEqualTo(due);
  }

  void isNotLookedAt() {
    assertThat(history.record().concerns().lookAt()).isNull();
  }

  private void take(Step step, String outcome) {
    Change change = history.take(step);
    Shown shown = Shown.of(change.after());
    String told = change.decision().text() + " " + history.version() + " " + shown.state().text();
    assertThat(told + conflict(shown) + confirmation(shown) + claims(shown)).isEqualTo(outcome);
  }

  private Observation word(@Nullable String status, Channel channel, Authenticity authenticity) {
    members.put(idField, new Json.Text("1"));
    if (status != null) {
      telling(statusField, status);
    }
    Instant noon = Instant.parse(DAY.formatted("12:00"));
    Reception reception = new Reception(channel, authenticity, noon, null, false, null);
    Decoding decoding = DECODER.decode(new Json.Obj(members), reception);
    members.clear();
    Observation observation = ((Decoding.Observed) decoding).observation();
    assertThat(observation.subject()).isEqualTo(subject);
    return observation;
  }

  private static String conflict(Shown shown) {
    if (shown.sides().isEmpty()) {
      return "";
    }
    String sides = shown.sides().stream().map(State::text).collect(Collectors.joining(" or "));
    return " (" + sides + (shown.settled().isEmpty() ? ": open)" : ": settled)");
  }

  private static String confirmation(Shown shown) {
    return shown.confirmed() ? "" : " unconfirmed";
  }

  private static String claims(Shown shown) {
    return shown.claims().stream()
        .map(StandingClaim::state)
        .sorted()
        .map(state -> ", " + state.text() + " unverified")
        .collect(Collectors.joining());
  }
}
