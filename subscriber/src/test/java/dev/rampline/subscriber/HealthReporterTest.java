package dev.rampline.subscriber;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rampline.ledger.InMemoryLedger;
import dev.rampline.subscriber.socket.ConnectionTimeouts;
import dev.rampline.subscriber.socket.EngineServer;
import dev.rampline.subscriber.socket.Subscription;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class HealthReporterTest {
  private static final ConnectionTimeouts SHORT_DELAYS =
      new ConnectionTimeouts(
          Duration.ofMillis(10),
          Duration.ofMillis(20),
          Duration.ofSeconds(30),
          Duration.ofHours(1),
          Duration.ofHours(1));

  @AutoClose private final EngineServer server = new EngineServer("/ws");
  private final List<String> lines = new CopyOnWriteArrayList<>();

  @AutoClose
  private final MetricsFixture subscriber = new MetricsFixture(new InMemoryLedger(), lines);

  private volatile Instant now = Instant.parse("2026-03-01T10:30:00Z");
  private final InstantSource clock = () -> now;

  @AutoClose
  private final Subscription subscription =
      subscriber.subscription(server.settings(), SHORT_DELAYS, clock);

  private final HealthReporter reporter = subscriber.reporter(subscription, clock);

  HealthReporterTest() throws IOException {}

  @Test
  void ageOfTheLastEvent_isMeasured_onceThereIsOne() throws Exception {
    subscribe();
    assertThat(report()).contains("\"connected\":1").doesNotContain("lastEventAge");

    server.send("42NS[\"order:update\",{\"event\":\"PROCESSING\",\"orderId\":\"o-1\"}]");
    await().until(() -> subscription.status().lastEventAt().isPresent());
    now = now.plusSeconds(90);

    assertThat(report()).contains("\"lastEventAge\":90");
  }

  @Test
  void reconnectsAndDiscardedPackets_areCountedOnce() throws Exception {
    subscribe();
    server.send("42NS[");
    await().until(() -> subscription.status().discarded() == 1);
    assertThat(report()).contains("\"packetsDiscarded\":1", "\"reconnects\":0");
    assertThat(report()).doesNotContain("packetsDiscarded");

    server.send("41NS");
    await().until(() -> subscription.status().reconnects() == 1);

    assertThat(report()).contains("\"reconnects\":1");
    assertThat(report()).contains("\"reconnects\":0").doesNotContain("packetsDiscarded");
  }

  @Test
  void missingSubscription_isMeasured() {
    assertThat(report())
        .contains("\"connected\":0", "\"shutdown\":\"drained\"")
        .doesNotContain("eventsUnflushed");
    reporter.close(3);
    assertThat(lines.getLast()).contains("\"eventsUnflushed\":3");
  }

  private void subscribe() {
    server.answerSubscription("43NS0[]");
    subscription.start();
    await().until(() -> subscription.status().isSubscribed());
  }

  private String report() {
    reporter.close(0);
    return lines.getLast();
  }
}
