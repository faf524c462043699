package dev.rampline.operations.lookup;

import dev.rampline.event.Channel;
import dev.rampline.event.State;
import dev.rampline.event.Subject;
import dev.rampline.event.TrustLevel;
import dev.rampline.ledger.LastChange;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.ledger.PendingUnverifiedEvent;
import dev.rampline.ledger.TerminalState;
import dev.rampline.ledger.TerminalStateConflict;
import dev.rampline.ledger.Transition;
import dev.rampline.lifecycle.DecisionName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The events that a record keeps, in the order of their receipt. */
public final class RecordTimeline {
  private final LedgerRecord record;
  private final Map<Long, TimelineRow> byVersion = new TreeMap<>();

  private RecordTimeline(LedgerRecord record) {
    this.record = record;
    record.transitions().forEach(it -> byVersion.put(it.version(), row(it)));
    record.pendingChecks().unverifiedEvents().forEach(it -> byVersion.put(it.version(), row(it)));
    byVersion.put(record.version(), lastRow(byVersion.get(record.version())));
  }

  /** Returns the events in the order of their receipt. */
  public static List<TimelineRow> of(LedgerRecord record) {
    return new RecordTimeline(record).rows();
  }

  private List<TimelineRow> rows() {
    List<TimelineRow> rows = new ArrayList<>(byVersion.values());
    for (TerminalState reported : record.terminalStates().reported()) {
      confirm(rows, reported.state(), reported.confirmedAt());
    }
    if (record.subject().kind() == Subject.Kind.KYC) {
      confirm(rows, record.state(), record.content().confirmedAt());
    }
    rows.sort(Comparator.comparing(TimelineRow::receivedAt));
    return rows;
  }

  private TimelineRow row(Transition transition) {
    return new TimelineRow(
        transition.receivedAt(),
        transition.occurredAt(),
        transition.state(),
        transition.channel(),
        trust(transition.channel()),
        decision(transition.version()),
        transition.version(),
        null,
        false);
  }

  private static TimelineRow row(PendingUnverifiedEvent event) {
    return new TimelineRow(
        event.receivedAt(),
        null,
        event.state(),
        event.channel(),
        TrustLevel.UNVERIFIED,
        DecisionName.UNVERIFIED.text(),
        event.version(),
        null,
        false);
  }

  /** Returns the event of the current version, with the state that is known of that version. */
  private TimelineRow lastRow(@Nullable TimelineRow known) {
    LastChange last = record.lastChange();
    return new TimelineRow(
        last.metadata().receivedAt(),
        last.occurredAt(),
        known == null ? record.state() : known.state(),
        last.metadata().channel(),
        last.metadata().trust(),
        last.decision(),
        record.version(),
        last.rawStatus() == null ? last.eventName() : last.rawStatus(),
        false);
  }

  /** A conflict keeps the version at which it was opened or last resolved. */
  private @Nullable String decision(long version) {
    TerminalStateConflict conflict = record.terminalStates().conflict();
    return conflict != null && conflict.version() == version ? DecisionName.CONFLICT.text() : null;
  }

  /** Of an id that the API's answer does not name, the trust level may be lower. */
  private @Nullable TrustLevel trust(Channel channel) {
    return switch (channel) {
      case WEBHOOK -> TrustLevel.SIGNED;
      case SOCKET -> TrustLevel.UNVERIFIED;
      case API -> record.subject().canBeLookedUp() ? TrustLevel.FETCHED : null;
    };
  }

  /** Marks the answer that confirmed a state, which may be the event of a version. */
  private static void confirm(List<TimelineRow> rows, State state, @Nullable Instant confirmedAt) {
    if (confirmedAt == null) {
      return;
    }
    for (int index = 0; index < rows.size(); index++) {
      TimelineRow row = rows.get(index);
      if (row.channel() == Channel.API && row.receivedAt().equals(confirmedAt)) {
        rows.set(index, row.asConfirmation());
        return;
      }
    }
    rows.add(
        new TimelineRow(
            confirmedAt, null, state, Channel.API, TrustLevel.FETCHED, null, null, null, true));
  }
}
