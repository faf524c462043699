package dev.rampline.subscriber;

import dev.rampline.decoding.ApiResponseDecoder;
import dev.rampline.decoding.Vocabulary;
import dev.rampline.event.EventMetadata;
import dev.rampline.event.VerifiedEvent;
import dev.rampline.failure.CallFailure;
import dev.rampline.failure.FailureCause;
import dev.rampline.reconcile.ProviderClient;
import dev.rampline.reconcile.UnreadableAnswerException;
import dev.rampline.time.Deadline;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compares the socket with the first page of the provider's order list, last updated first. It
 * finds a subscription that is accepted and delivers nothing. Not thread-safe.
 */
public final class QuietSocketCheck {
  private static final Duration BUDGET = Duration.ofSeconds(20);

  private final ApiResponseDecoder decoder;
  private final ProviderClient provider;
  private final InstantSource clock;
  private @Nullable List<String> lastRows;
  private long lastUpdates;
  private boolean hasPendingChange;
  private long updatesBeforeChange;

  QuietSocketCheck(ProviderClient provider, Vocabulary vocabulary, InstantSource clock) {
    this.decoder = new ApiResponseDecoder(vocabulary, Set.of());
    this.provider = provider;
    this.clock = clock;
  }

  /**
   * Returns whether orders changed between the last two calls while the socket has delivered
   * nothing since the first of them. An event may arrive a little later than the API shows its
   * change, so a change is judged at the next call.
   *
   * @param updates the number of updates that the socket has delivered so far
   * @throws dev.rampline.reconcile.ProviderUnavailableException if the API is unavailable
   * @throws UnreadableAnswerException if the response is no list of orders
   */
  boolean isQuiet(long updates) {
    List<String> rows = rows();
    boolean isQuiet = hasPendingChange && updates == updatesBeforeChange;
    hasPendingChange = lastRows != null && !rows.equals(lastRows);
    updatesBeforeChange = lastUpdates;
    lastRows = rows;
    lastUpdates = updates;
    return isQuiet;
  }

  /** Starts again, such as after a lost subscription. */
  void reset() {
    lastRows = null;
    hasPendingChange = false;
  }

  private List<String> rows() {
    return decoder
        .orders(
            provider.orders(1, Deadline.after(BUDGET, clock)),
            EventMetadata.ofListRow(clock.instant(), false))
        .orElseThrow(
            () -> new UnreadableAnswerException(CallFailure.of(FailureCause.RESPONSE_INCOMPLETE)))
        .rows()
        .stream()
        .map(QuietSocketCheck::text)
        .toList();
  }

  private static String text(VerifiedEvent row) {
    return row.subject().text() + " " + row.status().rawStatus();
  }
}
