package dev.rampline.reconcile;

import dev.rampline.event.Subject;
import dev.rampline.ledger.Ledger;
import dev.rampline.ledger.Ledger.Consistency;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.ledger.Tombstone;
import dev.rampline.ledger.UnreadableRecordException;
import dev.rampline.lifecycle.LookupScope;
import dev.rampline.reconcile.FailureBudget.Attempt;
import dev.rampline.reconcile.ReconciliationReport.Count;
import dev.rampline.time.Deadline;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Runs the due checks: looks up every due record once, until the deadline, open conflicts first. An
 * endpoint of the provider that fails repeatedly is not called again in this run; the others are.
 * Records whose last lookup failed come last, so that they take no time from the others.
 */
final class DueChecker {
  private final ProviderLookup lookup;
  private final Ledger ledger;
  private final DueIndex dueIndex;
  private final NextCheckScheduler scheduler;
  private final InstantSource clock;

  DueChecker(ProviderLookup lookup, Ledger ledger, DueIndex dueIndex, InstantSource clock) {
    this.lookup = lookup;
    this.ledger = ledger;
    this.dueIndex = dueIndex;
    this.scheduler = new NextCheckScheduler(ledger, lookup.scope());
    this.clock = clock;
  }

  void run(RunCounters counters, Deadline deadline) {
    Map<Subject.Kind, FailureBudget> failureBudgets = new EnumMap<>(Subject.Kind.class);
    for (Subject.Kind kind : Subject.Kind.values()) {
      failureBudgets.put(kind, new FailureBudget(counters));
    }
    Set<Subject> seen = new HashSet<>();
    List<Subject> failedBefore = new ArrayList<>();
    Iterator<List<Subject>> pages = dueIndex.findDue(clock.instant(), deadline);
    while (!deadline.hasPassed() && pages.hasNext()) {
      List<Subject> page = pages.next().stream().filter(seen::add).toList();
      check(page, failedBefore, failureBudgets, counters, deadline);
    }
    check(failedBefore, null, failureBudgets, counters, deadline);
  }

  /**
   * @param failedBefore receives the subjects whose last lookup failed; null to look them up
   */
  private void check(
      List<Subject> subjects,
      @Nullable List<Subject> failedBefore,
      Map<Subject.Kind, FailureBudget> failureBudgets,
      RunCounters counters,
      Deadline deadline) {
    for (Subject subject : subjects) {
      FailureBudget failureBudget = failureBudgets.get(subject.kind());
      if (failureBudget != null && !deadline.hasPassed()) {
        checkWithin(failureBudget, subject, failedBefore, counters, deadline)
            .ifPresent(_ -> failureBudgets.remove(subject.kind()));
      }
    }
  }

  /** Returns the fault that means that the endpoint of this kind of subject is unavailable. */
  private Optional<ProviderUnavailableException> checkWithin(
      FailureBudget failureBudget,
      Subject subject,
      @Nullable List<Subject> failedBefore,
      RunCounters counters,
      Deadline deadline) {
    try {
      check(subject, failedBefore, failureBudget, counters, deadline);
    } catch (UnreadableRecordException fault) {
      counters.countUnreadable(subject, fault);
      dueIndex.postponeUnreadable(
          subject, clock.instant().plus(NextCheckScheduler.MIN_DELAY), deadline);
    } catch (OutOfTimeException late) {
      throw late;
    } catch (ProviderUnavailableException fault) {
      counters.countStop(StopReason.of(RunPart.lookupsOf(subject.kind()), fault));
      return Optional.of(fault);
    }
    return Optional.empty();
  }

  /** Returns the record that the response created, if any. */
  private static Optional<LedgerRecord> ingestedRecord(
      Subject subject, Attempt attempt, RunCounters counters) {
    if (attempt instanceof Attempt.Answered(LookupResult result)) {
      counters.trackOldest(result.event());
      counters.countIngested(subject, result);
      return result.result().decision().nextRecord();
    }
    return Optional.empty();
  }

  private void check(
      Subject subject,
      @Nullable List<Subject> failedBefore,
      FailureBudget failureBudget,
      RunCounters counters,
      Deadline deadline) {
    switch (ledger.read(subject, Consistency.STRONG, deadline).orElse(null)) {
      case null -> {}
      case Tombstone tombstone -> counters.countErased(subject);
      case LedgerRecord record -> {
        if (!NextCheckScheduler.isDue(record, clock.instant())) {
          return;
        }
        if (failedBefore != null && hasFailedBefore(record)) {
          failedBefore.add(subject);
        } else {
          lookUp(record, failureBudget, counters, deadline);
        }
      }
    }
  }

  private void lookUp(
      LedgerRecord record, FailureBudget failureBudget, RunCounters counters, Deadline deadline) {
    Subject subject = record.subject();
    counters.countChecked(subject);
    Attempt attempt;
    try {
      attempt =
          failureBudget.attempt(
              subject, hasFailedBefore(record), () -> lookup.lookUp(record, deadline));
    } catch (OutOfTimeException late) {
      throw late;
    } catch (ProviderUnavailableException fault) {
      counters.trackOpen(record);
      postpone(subject, new Attempt.Failed(), counters, deadline);
      throw fault;
    }
    LedgerRecord checked = ingestedRecord(subject, attempt, counters).orElse(record);
    counters.trackOpen(checked);
    boolean isAnswered = attempt instanceof Attempt.Answered;
    if (lookup.scope() == LookupScope.CONFIRM
        && !(isAnswered && checked.terminalStates().isRefundAlone())) {
      counters.trackUnconfirmed(checked);
    }
    postpone(subject, attempt, counters, deadline);
  }

  private void postpone(Subject subject, Attempt attempt, RunCounters counters, Deadline deadline) {
    if (scheduler.postpone(subject, attempt, clock.instant(), deadline)) {
      counters.count(Count.ABANDONED);
    }
  }

  private static boolean hasFailedBefore(LedgerRecord record) {
    return record.pendingChecks().failedLookups() > 0;
  }
}
