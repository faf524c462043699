package dev.rampline.operations.lookup;

import dev.rampline.event.Channel;
import dev.rampline.event.EventFields;
import dev.rampline.event.EventMetadata;
import dev.rampline.event.State;
import dev.rampline.event.StatusReport;
import dev.rampline.event.Subject;
import dev.rampline.event.UnverifiedEvent;
import dev.rampline.event.VerifiedEvent;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.lifecycle.Decision;
import dev.rampline.lifecycle.Lifecycle;
import dev.rampline.lifecycle.LookupScope;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Builds records from events, by the production rules. */
final class RecordBuilder {
  private final Subject subject;
  private @Nullable LedgerRecord record;

  RecordBuilder(String subject) {
    this.subject = new Subject(subject);
  }

  /** Adds a webhook. */
  RecordBuilder signed(String at, State state, Map<String, String> fields) {
    return add(state, fields, EventMetadata.ofWebhook(Instant.parse(at), null));
  }

  /** Adds an answer of the provider's API that was requested at the current version. */
  RecordBuilder fetched(String at, State state, Map<String, String> fields) {
    long version = record == null ? 0 : record.version();
    return add(state, fields, EventMetadata.ofLookup(Instant.parse(at), version, false));
  }

  /** Adds an event of the socket. */
  RecordBuilder unverified(String at, State state) {
    return next(
        Lifecycle.decideUnverified(
            record,
            new UnverifiedEvent(subject, state, Channel.SOCKET, Instant.parse(at)),
            LookupScope.CONFIRM));
  }

  /** Adds a webhook with an undocumented status. */
  RecordBuilder unrecognized(String at, String status) {
    return add(
        new StatusReport(State.UNKNOWN, null, status, "ORDER_NEWS", status),
        Map.of(),
        EventMetadata.ofWebhook(Instant.parse(at), null));
  }

  private RecordBuilder add(State state, Map<String, String> fields, EventMetadata metadata) {
    String name = state.name().toUpperCase(Locale.ROOT);
    return add(new StatusReport(state, null, null, "ORDER_" + name, name), fields, metadata);
  }

  private RecordBuilder add(
      StatusReport status, Map<String, String> fields, EventMetadata metadata) {
    VerifiedEvent event =
        new VerifiedEvent(
            subject,
            status,
            new EventFields(fields, Set.of()),
            metadata.receivedAt().minusSeconds(1),
            metadata);
    return next(Lifecycle.decide(record, event, LookupScope.CONFIRM));
  }

  private RecordBuilder next(Decision decision) {
    record = decision.nextRecord().orElseThrow();
    return this;
  }

  LedgerRecord build() {
    return Objects.requireNonNull(record);
  }
}
