package dev.rampline.subscriber;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rampline.adapter.aws.Clients;
import dev.rampline.adapter.configuration.ProviderSettings;
import dev.rampline.adapter.ozzobit.EndpointAuth;
import dev.rampline.adapter.ozzobit.ProviderAuth;
import dev.rampline.adapter.wiring.SharedWiring;
import dev.rampline.decoding.Vocabulary;
import dev.rampline.ledger.InMemoryLedger;
import dev.rampline.reconcile.LookbackWindow;
import dev.rampline.subscriber.socket.EngineServer;
import dev.rampline.subscriber.socket.Subscription;
import dev.rampline.testkit.alarm.RecordedMetrics;
import dev.rampline.verification.KeyRing;
import dev.rampline.verification.Keys;
import dev.rampline.verification.Secret;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** A socket that accepts the subscription, beside an order list over HTTP that changes. */
class QuietSocketTest {
  private static final InstantSource CLOCK = InstantSource.system();

  @AutoClose private final EngineServer server = new EngineServer("/ws");
  @AutoClose private final FakeProviderApi api = new FakeProviderApi();
  private final List<String> lines = new CopyOnWriteArrayList<>();

  @AutoClose
  private final MetricsFixture subscriber = new MetricsFixture(new InMemoryLedger(), lines);

  private final Subscription subscription = subscriber.subscription(server.settings());
  private final HealthReporter reporter = subscriber.reporter(subscription);
  private final QuietSocketCheck check = check();
  private int changes;

  QuietSocketTest() throws IOException {}

  @AfterEach
  void close() {
    subscription.close();
  }

  @Test
  void changesWithoutAnEvent_setOffTheAlarm() throws IOException {
    subscribe();

    for (int times = 0; times < 5; times++) {
      changeOrder();
      reporter.checkSocket(check);
    }

    assertThat(lines).filteredOn(line -> line.contains("\"socketQuiet\":1")).hasSize(3);
    assertThat(lines).filteredOn(line -> line.contains("\"socket\":\"quiet\"")).hasSize(3);
    assertThat(goesOff()).isTrue();
  }

  @Test
  void changesWithEvents_areNormal() throws IOException {
    subscribe();

    for (int times = 0; times < 5; times++) {
      changeOrder();
      long before = subscriber.updates();
      server.send("42NS[\"order:update\",{\"event\":\"PROCESSING\",\"orderId\":\"o-1\"}]");
      await().until(() -> subscriber.updates() > before);
      reporter.checkSocket(check);
    }

    assertThat(lines).noneMatch(line -> line.contains("\"socketQuiet\":1"));
  }

  @Test
  void heartbeatsAlone_areNoEvents() throws IOException {
    subscribe();

    for (int times = 0; times < 5; times++) {
      changeOrder();
      server.send("42NS[\"order:update\",{\"event\":\"PONG\"}]");
      reporter.checkSocket(check);
    }

    assertThat(goesOff()).isTrue();
  }

  @Test
  void unchangedOrders_areNormal() throws IOException {
    subscribe();
    changeOrder();

    for (int times = 0; times < 5; times++) {
      reporter.checkSocket(check);
    }

    assertThat(lines).filteredOn(line -> line.contains("\"socketQuiet\":0")).hasSize(5);
    assertThat(goesOff()).isFalse();
  }

  @Test
  void unavailableApi_isNoAlarm() throws IOException {
    subscribe();
    changeOrder();
    reporter.checkSocket(check);
    api.setDown(true);
    reporter.checkSocket(check);
    api.setDown(false);
    changeOrder();
    reporter.checkSocket(check);
    reporter.checkSocket(check);

    assertThat(lines).noneMatch(line -> line.contains("\"socketQuiet\":1"));
    assertThat(lines)
        .anyMatch(
            line ->
                line.contains("\"cause\":\"http-5xx\",\"status\":\"503\"")
                    && line.contains("\"lookupsFailed\":1"));
  }

  @Test
  void missingSubscription_isNotChecked() {
    changeOrder();
    reporter.checkSocket(check);

    assertThat(lines).isEmpty();
    assertThat(api.listRequests()).isZero();
  }

  private void subscribe() throws IOException {
    server.answerSubscription("43NS0[]");
    subscription.start();
    await().until(() -> subscription.status().isSubscribed());
    lines.clear();
  }

  private void changeOrder() {
    changes++;
    api.list("{\"id\":\"o-%d\",\"status\":\"PROCESSING\"}".formatted(changes));
  }

  private boolean goesOff() throws IOException {
    RecordedMetrics metrics = new RecordedMetrics();
    lines.forEach(metrics::read);
    return StackAlarmsTest.read("subscriber.yaml").alarm("SocketQuietAlarm").isTriggeredBy(metrics);
  }

  private QuietSocketCheck check() {
    ProviderSettings settings =
        new ProviderSettings(
            api.url(),
            EndpointAuth.all(ProviderAuth.HEADER_KEY),
            1000,
            new LookbackWindow(Duration.ZERO, Duration.ofDays(7)));
    KeyRing keys =
        KeyRing.fixed(new Keys(List.of(), List.of(), new Secret("key-of-the-test", null), null));
    SharedWiring wiring =
        new SharedWiring("subscriber", Clients.ofEnvironment(), entry -> {}, CLOCK);
    return new QuietSocketCheck(wiring.provider(settings, keys), Vocabulary.DOCUMENTED, CLOCK);
  }
}
