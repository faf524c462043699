package dev.rampline.lifecycle;

import dev.rampline.ledger.KycStatus;
import dev.rampline.ledger.RecordContent;
import dev.rampline.ledger.TerminalStates;
import dev.rampline.ledger.UnrecognizedTerms;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Schedules the first due check of a record ({@code docs/architecture.md#indexes}, index {@code
 * open}).
 */
final class NextCheckRules {
  /** Delay of the first due check; meanwhile webhooks may arrive. */
  private static final Duration FIRST_CHECK_DELAY = Duration.ofMinutes(5);

  private NextCheckRules() {}

  /** Returns when the provider's API must be asked; null if it need not be. */
  static @Nullable Instant nextCheckAt(
      RecordContent before, RecordContent after, Instant now, LookupScope scope) {
    boolean confirms = scope == LookupScope.CONFIRM;
    if (!isCheckNeeded(after, scope)) {
      return null;
    }
    Instant scheduled =
        earlier(before.pendingChecks().nextCheckAt(), after.pendingChecks().nextCheckAt());
    if (hasNewConflict(before, after) || isNewlyUnrecognized(before, after)) {
      return scheduled != null && scheduled.isBefore(now) ? scheduled : now;
    }
    boolean isSoon =
        isNewlyUncertain(before, after) || (confirms && isNewlyUnconfirmed(before, after));
    return scheduled == null || isSoon ? soon(scheduled, now) : scheduled;
  }

  /** Returns the time of a first due check, or the scheduled one if that is earlier. */
  static Instant soon(@Nullable Instant scheduled, Instant now) {
    Instant soon = now.plus(FIRST_CHECK_DELAY);
    return scheduled != null && scheduled.isBefore(soon) ? scheduled : soon;
  }

  /** Returns the earlier time; null if there is none. */
  static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
    return one == null || (other != null && other.isBefore(one)) ? other : one;
  }

  /** A terminal state or a verdict that only signed events reported is confirmed soon. */
  private static boolean isNewlyUnconfirmed(RecordContent before, RecordContent after) {
    return after.isUnconfirmed() && (!before.isUnconfirmed() || after.state() != before.state());
  }

  private static boolean hasNewConflict(RecordContent before, RecordContent after) {
    TerminalStates terminalStates = after.terminalStates();
    return terminalStates.hasOpenConflict()
        && !Objects.equals(terminalStates.conflict(), before.terminalStates().conflict());
  }

  /** An event that is not understood is looked up at once. */
  private static boolean isNewlyUnrecognized(RecordContent before, RecordContent after) {
    UnrecognizedTerms earlier = before.pendingChecks().unrecognized();
    UnrecognizedTerms later = after.pendingChecks().unrecognized();
    return later.uncheckedSinceVersion() > 0
        && (earlier.uncheckedSinceVersion() == 0 || !later.terms().equals(earlier.terms()));
  }

  static boolean isCheckNeeded(RecordContent content, LookupScope scope) {
    return (scope == LookupScope.CONFIRM && content.isUnconfirmed()) || isOpen(content);
  }

  /** Returns the same after an answer, which says all that the API can say of a refund alone. */
  static boolean isCheckNeededAfterAnswer(RecordContent content, LookupScope scope) {
    return content.terminalStates().isRefundAlone()
        ? isOpen(content)
        : isCheckNeeded(content, scope);
  }

  /** KYC is never closed: an approval may be withdrawn, and the webhook for it may be lost. */
  private static boolean isOpen(RecordContent content) {
    return content.terminalStates().hasOpenConflict()
        || !content.state().isClosed()
        || isUncertain(content);
  }

  /** A customer whose KYC state becomes uncertain is rechecked within five minutes. */
  private static boolean isNewlyUncertain(RecordContent before, RecordContent after) {
    return after.currentStatus() instanceof KycStatus && isUncertain(after) && !isUncertain(before);
  }

  /** Returns whether an API response could resolve something open. */
  private static boolean isUncertain(RecordContent content) {
    return !content.currentStatus().confirmed()
        || !content.pendingChecks().unverifiedEvents().isEmpty()
        || content.pendingChecks().unrecognized().uncheckedSinceVersion() > 0;
  }
}
