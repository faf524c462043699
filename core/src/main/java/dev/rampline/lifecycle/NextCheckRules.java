package dev.rampline.lifecycle;

import dev.rampline.ledger.KycStatus;
import dev.rampline.ledger.RecordContent;
import dev.rampline.ledger.TerminalStates;
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
  static @Nullable Instant nextCheckAt(RecordContent before, RecordContent after, Instant now) {
    if (!isCheckNeeded(after)) {
      return null;
    }
    TerminalStates terminalStates = after.terminalStates();
    if (terminalStates.hasOpenConflict()
        && !Objects.equals(terminalStates.conflict(), before.terminalStates().conflict())) {
      return now;
    }
    Instant scheduled = before.pendingChecks().nextCheckAt();
    Instant soon = now.plus(FIRST_CHECK_DELAY);
    return scheduled == null || (isNewlyUncertain(before, after) && scheduled.isAfter(soon))
        ? soon
        : scheduled;
  }

  /** KYC is never closed: an approval may be withdrawn, and the webhook for it may be lost. */
  private static boolean isCheckNeeded(RecordContent content) {
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
