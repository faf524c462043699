package dev.rampline.operations.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.adapter.dynamodb.DynamoDbLedger;
import dev.rampline.event.EventFields;
import dev.rampline.event.EventMetadata;
import dev.rampline.event.State;
import dev.rampline.event.StatusReport;
import dev.rampline.event.Subject;
import dev.rampline.event.VerifiedEvent;
import dev.rampline.ledger.Entry;
import dev.rampline.ledger.Ledger.Consistency;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.lifecycle.Lifecycle;
import dev.rampline.lifecycle.LookupScope;
import dev.rampline.time.Deadline;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Schedules checks of records in a real table. */
class RecheckTest {
  private static final Instant LEAK = Instant.parse("2026-03-01T10:00:00Z");

  private final StoreClients stores = new RecoveryStores().clients();
  private final DynamoDbLedger ledger = new DynamoDbLedger(stores.tables(), stores.table());

  @Test
  void recordsSinceTheLeak_areDue_andWhatTheApiCannotAnswerIsNamed() {
    LedgerRecord before = write(Subject.order("before"), State.COMPLETED, LEAK.minusSeconds(1));
    LedgerRecord since = write(Subject.order("since"), State.COMPLETED, LEAK);
    write(Subject.order("refunded"), State.REFUNDED, LEAK);
    write(Subject.partnerUser("user"), State.APPROVED, LEAK);

    RecoverySummary summary = new Recheck(stores, StopAfter.neverStop()).scheduleSince(LEAK);

    assertThat(summary.sent()).isEqualTo(2);
    assertThat(summary.isComplete()).isTrue();
    assertThat(summary.leftOut())
        .containsExactlyInAnyOrder(
            "order/refunded: the provider's API does not report refunds, ask the provider",
            "kyc/partner-user/user: the provider's API cannot be asked about this id");
    assertThat(nextCheckAt(before.subject())).isEqualTo(before.pendingChecks().nextCheckAt());
    assertThat(nextCheckAt(since.subject())).isBeforeOrEqualTo(Instant.now());
    assertThat(read(since.subject()).version()).isEqualTo(since.version());
    assertThat(nextCheckAt(Subject.order("refunded"))).isNotNull();
  }

  private LedgerRecord write(Subject subject, State state, Instant at) {
    VerifiedEvent event =
        new VerifiedEvent(
            subject,
            new StatusReport(state, null, null, null, null),
            EventFields.NONE,
            null,
            EventMetadata.ofLookup(at, 0, false));
    @Nullable Entry none = null;
    LedgerRecord record =
        Lifecycle.decide(none, event, LookupScope.CONFIRM).nextRecord().orElseThrow();
    ledger.write(record, deadline());
    return record;
  }

  private @Nullable Instant nextCheckAt(Subject subject) {
    return read(subject).pendingChecks().nextCheckAt();
  }

  private LedgerRecord read(Subject subject) {
    return (LedgerRecord) ledger.read(subject, Consistency.STRONG, deadline()).orElseThrow();
  }

  private static Deadline deadline() {
    return Deadline.after(Duration.ofSeconds(10), InstantSource.system());
  }
}
