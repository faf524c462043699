package dev.rampline.operations.lookup;

import dev.rampline.event.State;
import dev.rampline.event.Subject;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.ledger.PendingUnverifiedEvent;
import dev.rampline.ledger.TerminalStateConflict;
import dev.rampline.ledger.Tombstone;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Says in plain words what is known about a subject: the ledger's state, the provider's, what is
 * open between them, and when it is checked next. Times are in UTC.
 *
 * @param now times of this day have no date
 */
public record Verdict(SubjectReport report, Instant now) {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm 'UTC'");
  private static final DateTimeFormatter DATE_AND_TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'");

  /** Returns the sentences. */
  public String text() {
    return Stream.of(
            Stream.of(ledger(), provider()),
            report.record().stream().flatMap(this::openPoints),
            Stream.of(comparison()),
            report.record().flatMap(this::nextCheck).stream())
        .flatMap(sentences -> sentences)
        .filter(sentence -> !sentence.isEmpty())
        .collect(Collectors.joining(" "));
  }

  private String ledger() {
    return switch (report.entry()) {
      case null -> "Ledger: no record.";
      case Tombstone erased ->
          "Ledger: erased at %s.".formatted(time(erased.revision().updatedAt()));
      case LedgerRecord record -> "Ledger: %s%s.".formatted(record.state().text(), support(record));
    };
  }

  private static String support(LedgerRecord record) {
    if (record.content().confirmedAt() != null) {
      return ", confirmed";
    }
    return record.content().isUnconfirmed() && record.state() != State.REFUNDED
        ? ", not confirmed"
        : "";
  }

  private String provider() {
    return switch (report.provider()) {
      case ProviderAnswer.Known known ->
          "Provider: %s%s."
              .formatted(
                  known.statusText(),
                  known.state() == State.UNKNOWN ? ", which is not documented" : "");
      case ProviderAnswer.NotKnown _ -> "Provider: not known.";
      case ProviderAnswer.NoUrl _ -> "Provider: not asked, no URL is configured.";
      case ProviderAnswer.NoId _ -> "Provider: not asked, no id for it is known.";
      case ProviderAnswer.Failed(var failure) ->
          "Provider: no answer (%s).".formatted(failure.description());
    };
  }

  private Stream<String> openPoints(LedgerRecord record) {
    List<PendingUnverifiedEvent> unverified = record.pendingChecks().unverifiedEvents();
    return Stream.of(
        conflict(record),
        list("Unverified", unverified.stream().map(it -> it.state().text()).toList()),
        list("Not recognized", record.pendingChecks().unrecognized().terms()));
  }

  private String conflict(LedgerRecord record) {
    TerminalStateConflict conflict = record.terminalStates().conflict();
    if (conflict == null || !conflict.isOpen()) {
      return "";
    }
    Instant openedAt = conflict.openedAt();
    return "Conflict open%s: do not %s."
        .formatted(
            openedAt == null ? "" : " since " + time(openedAt),
            record.subject().kind() == Subject.Kind.ORDER ? "pay out" : "rely on the state");
  }

  private String comparison() {
    return switch (report.outcome()) {
      case AGREES -> "They agree.";
      case DIFFERS -> list("Different", report.differences());
      case NOT_COMPARED, NO_ANSWER, ERASED, NOT_FOUND -> "";
    };
  }

  private Optional<String> nextCheck(LedgerRecord record) {
    @Nullable Instant next = record.pendingChecks().nextCheckAt();
    return Optional.ofNullable(next)
        .map(
            at ->
                at.isAfter(now)
                    ? "Next check " + time(at) + "."
                    : "Check due since " + time(at) + ".");
  }

  private static String list(String heading, Collection<String> items) {
    return items.isEmpty() ? "" : heading + ": " + String.join(", ", items) + ".";
  }

  private String time(Instant at) {
    boolean isToday =
        at.atOffset(ZoneOffset.UTC)
            .toLocalDate()
            .equals(now.atOffset(ZoneOffset.UTC).toLocalDate());
    return (isToday ? TIME : DATE_AND_TIME).format(at.atOffset(ZoneOffset.UTC));
  }
}
