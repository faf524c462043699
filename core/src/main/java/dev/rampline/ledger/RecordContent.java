package dev.rampline.ledger;

import dev.rampline.event.Field;
import dev.rampline.event.State;
import dev.rampline.event.Subject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * The part of a record that is a join of all events ({@code
 * docs/architecture.md#state-transition-rules}).
 *
 * @param currentStatus the status without terminal states
 * @param terminalStates the reported terminal states
 * @param fields the merged field values
 * @param pendingChecks what must be checked with the provider's API
 */
public record RecordContent(
    CurrentStatus currentStatus,
    TerminalStates terminalStates,
    FieldValues fields,
    PendingChecks pendingChecks) {
  private static final List<Field> FAILURE_FIELDS =
      List.of(Field.FAILURE_REASON, Field.ERROR_CODE, Field.CANCELLED_BY);

  public RecordContent {
    Objects.requireNonNull(currentStatus, "currentStatus");
    Objects.requireNonNull(terminalStates, "terminalStates");
    Objects.requireNonNull(fields, "fields");
    Objects.requireNonNull(pendingChecks, "pendingChecks");
  }

  /** Returns the content before the first event. */
  public static RecordContent empty(Subject.Kind kind) {
    return new RecordContent(
        CurrentStatus.none(kind), TerminalStates.NONE, FieldValues.NONE, PendingChecks.NONE);
  }

  /** Returns the current state: the prevailing terminal state, else the current status. */
  public State state() {
    return terminalStates.state().orElse(currentStatus.state());
  }

  /**
   * Returns the field values to show. A completed order without an open conflict has no failure
   * reason, whatever was reported before.
   */
  public SortedMap<String, String> visibleFields() {
    SortedMap<String, String> values = fields.plainValues();
    if (state() == State.COMPLETED && !terminalStates.hasOpenConflict()) {
      FAILURE_FIELDS.forEach(field -> values.remove(field.text()));
    }
    return values;
  }

  /**
   * Returns when the provider's API confirmed the current state, which is terminal or a verdict on
   * KYC; null if it has not.
   */
  public @Nullable Instant confirmedAt() {
    return switch (currentStatus) {
      case OrderStatus _ -> terminalStates.confirmedAt();
      case KycStatus kyc -> terminalStates.hasOpenConflict() ? null : kyc.confirmedAt();
    };
  }

  /**
   * Returns whether the provider's API can confirm or contradict the current state, or what is
   * behind a refund, and has not.
   */
  public boolean isUnconfirmed() {
    return switch (currentStatus) {
      case OrderStatus _ -> terminalStates.isUnconfirmed();
      case KycStatus _ -> state().isVerdict() && confirmedAt() == null;
    };
  }

  /** Returns the same content with the first of these aliases in natural order. */
  public RecordContent withAliases(Collection<String> aliases) {
    return new RecordContent(
        currentStatus, terminalStates, fields.withAliases(aliases), pendingChecks);
  }

  /** Returns the same content with another current status. */
  public RecordContent withCurrentStatus(CurrentStatus newStatus) {
    return new RecordContent(newStatus, terminalStates, fields, pendingChecks);
  }

  /** Returns the same content with other terminal states. */
  public RecordContent withTerminalStates(TerminalStates newStates) {
    return new RecordContent(currentStatus, newStates, fields, pendingChecks);
  }

  /** Returns the same content with other pending checks. */
  public RecordContent withPendingChecks(PendingChecks newChecks) {
    return new RecordContent(currentStatus, terminalStates, fields, newChecks);
  }
}
