package dev.rampline.operations.lookup;

import dev.rampline.event.Subject;
import dev.rampline.ledger.Entry;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.ledger.Tombstone;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the ledger, the provider's API and the queues say about one subject.
 *
 * @param subject the subject
 * @param entry the ledger's entry; null if it has none
 * @param provider the provider's answer
 * @param queues what waits in queues
 */
public record SubjectReport(
    Subject subject, @Nullable Entry entry, ProviderAnswer provider, QueueCounts queues) {
  public SubjectReport {
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(provider, "provider");
    Objects.requireNonNull(queues, "queues");
  }

  /** Returns the record; empty if there is none or it was erased. */
  public Optional<LedgerRecord> record() {
    return entry instanceof LedgerRecord record ? Optional.of(record) : Optional.empty();
  }

  /** Returns the state and then the fields, of the ledger and of the provider. */
  public List<ComparedField> fields() {
    return new FieldComparison(
            entry instanceof LedgerRecord record ? record : null,
            provider instanceof ProviderAnswer.Known known ? known : null)
        .fields();
  }

  /** Returns the names of the fields that differ, and {@link ComparedField#STATE}. */
  public List<String> differences() {
    return fields().stream().filter(ComparedField::differs).map(ComparedField::name).toList();
  }

  /** Returns the events that the record keeps, in the order of their receipt. */
  public List<TimelineRow> timeline() {
    return record().map(RecordTimeline::of).orElseGet(List::of);
  }

  /** Returns the result of the comparison. */
  public LookupOutcome outcome() {
    return switch (entry) {
      case null ->
          provider instanceof ProviderAnswer.Known
              ? LookupOutcome.DIFFERS
              : LookupOutcome.NOT_FOUND;
      case Tombstone _ -> LookupOutcome.ERASED;
      case LedgerRecord record when record.terminalStates().hasOpenConflict() ->
          LookupOutcome.DIFFERS;
      case LedgerRecord _ ->
          switch (provider) {
            case ProviderAnswer.Known _ ->
                differences().isEmpty() ? LookupOutcome.AGREES : LookupOutcome.DIFFERS;
            case ProviderAnswer.NotKnown _ -> LookupOutcome.DIFFERS;
            case ProviderAnswer.NoUrl _, ProviderAnswer.NoId _ -> LookupOutcome.NOT_COMPARED;
            case ProviderAnswer.Failed _ -> LookupOutcome.NO_ANSWER;
          };
    };
  }
}
