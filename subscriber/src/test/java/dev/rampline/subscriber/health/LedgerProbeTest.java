package dev.rampline.subscriber.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.event.Subject;
import dev.rampline.ledger.Entry;
import dev.rampline.ledger.InMemoryLedger;
import dev.rampline.ledger.Ledger;
import dev.rampline.ledger.LedgerUnavailableException;
import dev.rampline.time.Deadline;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LedgerProbeTest {
  private Instant now = Instant.parse("2026-03-01T10:30:00Z");
  private boolean down;
  private int reads;
  private final List<String> lines = new ArrayList<>();
  private final LedgerProbe probe =
      new LedgerProbe(new FailingLedger(), entry -> lines.add(entry.json()), () -> now);

  @Test
  void result_isCachedForThreeSeconds() {
    assertThat(probe.isReachable()).isTrue();
    down = true;
    assertThat(probe.isReachable()).isTrue();
    assertThat(reads).isEqualTo(1);

    now = now.plus(Duration.ofSeconds(3));

    assertThat(probe.isReachable()).isFalse();
    assertThat(probe.isReachable()).isFalse();
    assertThat(reads).isEqualTo(2);
  }

  @Test
  void restoredLedger_isReachableAgain() {
    down = true;
    assertThat(probe.isReachable()).isFalse();
    down = false;
    now = now.plus(Duration.ofSeconds(3));

    assertThat(probe.isReachable()).isTrue();
  }

  @Test
  void outage_isLoggedOnce_withItsCause() {
    down = true;
    assertThat(probe.isReachable()).isFalse();
    now = now.plus(Duration.ofSeconds(3));
    assertThat(probe.isReachable()).isFalse();

    assertThat(lines)
        .singleElement()
        .asString()
        .contains("\"cause\":\"ledger-unavailable\",\"fault\":\"timeout\"")
        .doesNotContain("canary");
  }

  private final class FailingLedger implements Ledger {
    private final Ledger ledger = new InMemoryLedger();

    @Override
    public Optional<Entry> read(Subject subject, Consistency consistency, Deadline deadline) {
      reads++;
      if (down) {
        throw new LedgerUnavailableException("canary", new SocketTimeoutException("canary"));
      }
      return ledger.read(subject, consistency, deadline);
    }

    @Override
    public WriteResult write(Entry next, Deadline deadline) {
      return ledger.write(next, deadline);
    }
  }
}
