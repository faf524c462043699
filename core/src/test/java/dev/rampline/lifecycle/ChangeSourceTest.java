package dev.rampline.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.event.EventFields;
import dev.rampline.event.EventMetadata;
import dev.rampline.event.State;
import dev.rampline.event.StatusReport;
import dev.rampline.event.Subject;
import dev.rampline.event.VerifiedEvent;
import dev.rampline.ledger.LedgerRecord;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ChangeSourceTest {
  @Test
  void lastChange_doesNotKeepTheVersionOfTheRequest() {
    VerifiedEvent response =
        new VerifiedEvent(
            Subject.order("o-1"),
            new StatusReport(State.PROCESSING, null, null, null, "PROCESSING"),
            EventFields.NONE,
            null,
            EventMetadata.ofLookup(Instant.EPOCH, 7, true));

    LedgerRecord record =
        new LifecycleRules.Correct().decide(null, response).nextRecord().orElseThrow();

    assertThat(record.lastChange().metadata())
        .isEqualTo(EventMetadata.ofListRow(Instant.EPOCH, true));
  }
}
