package dev.rampline.function;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.tests.EventLoader;
import dev.rampline.adapter.telemetry.EventLog;
import dev.rampline.decoding.ApiResponseDecoder;
import dev.rampline.decoding.Vocabulary;
import dev.rampline.decoding.WebhookDecoder;
import dev.rampline.event.Subject;
import dev.rampline.failure.CallFailure;
import dev.rampline.function.reconcile.ReconcileHandler;
import dev.rampline.function.relay.RelayHandler;
import dev.rampline.function.retry.RetryHandler;
import dev.rampline.function.rotation.RotationHandler;
import dev.rampline.ingest.InMemoryDeadLetters;
import dev.rampline.ingest.InMemoryPublisher;
import dev.rampline.ingest.Ingest;
import dev.rampline.json.Json;
import dev.rampline.ledger.Entry;
import dev.rampline.ledger.InMemoryLedger;
import dev.rampline.ledger.Ledger;
import dev.rampline.ledger.LedgerUnavailableException;
import dev.rampline.message.MessageComposer;
import dev.rampline.quarantine.InMemoryQuarantine;
import dev.rampline.reconcile.InMemoryDueIndex;
import dev.rampline.reconcile.InMemoryScanCheckpointStore;
import dev.rampline.reconcile.LookbackWindow;
import dev.rampline.reconcile.ProviderClient;
import dev.rampline.reconcile.ProviderLookup;
import dev.rampline.reconcile.ProviderUnavailableException;
import dev.rampline.reconcile.Reconciliation;
import dev.rampline.rotation.InMemoryKeyRingStore;
import dev.rampline.rotation.Rotation;
import dev.rampline.rotation.RotationPolicy;
import dev.rampline.rotation.TokenProvider.Reply;
import dev.rampline.time.Deadline;
import dev.rampline.verification.Keys;
import dev.rampline.verification.KeysDocument;
import dev.rampline.verification.Secret;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Each function stops its calls before Lambda ends the invocation, and logs the request id. */
class RemainingTimeTest {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-03-01T10:30:00Z"));

  private final List<Duration> times = new ArrayList<>();
  private final List<String> lines = new ArrayList<>();
  private final EventLog eventLog = line -> lines.add(line.json());

  @Test
  void relay_keepsTwoSecondsForItsResponse() {
    relay(new InvocationContext(Duration.ofMillis(6100)));
    assertThat(lines).singleElement().asString().contains("\"requestId\":\"request-1\"");
    relay(null);

    assertThat(times).containsExactly(Duration.ofMillis(4100), Duration.ofSeconds(5));
    assertThat(lines.getLast()).doesNotContain("requestId");
  }

  @Test
  void retry_keepsFiveSecondsToDelayItsMessages_andOneForItsResponse() {
    retry(new InvocationContext(Duration.ofMillis(30_100)));
    assertThat(lines).singleElement().asString().contains("\"requestId\":\"request-1\"");
    retry(null);

    assertThat(times)
        .containsExactly(
            Duration.ofMillis(24_100),
            Duration.ofMillis(29_100),
            Duration.ofSeconds(55),
            Duration.ofSeconds(60));
    assertThat(lines.getLast()).doesNotContain("requestId");
  }

  @Test
  void rotation_keepsThreeSecondsForItsResponse_besideTheTimeToStoreTheToken() {
    rotate(new InvocationContext(Duration.ofMillis(43_100)));

    assertThat(times).containsExactly(Duration.ofMillis(20_100));
    assertThat(lines).singleElement().asString().contains("\"requestId\":\"request-1\"");
  }

  @Test
  void reconciliation_keepsFiveSecondsForACallInProgress() {
    reconcile(new InvocationContext(Duration.ofSeconds(11)));
    assertThat(lines.getLast()).contains("\"requestId\":\"request-1\"");
    reconcile(null);

    // The order list may take two thirds of the time, and a call at most 10 seconds.
    assertThat(times).containsExactly(Duration.ofSeconds(4), Duration.ofSeconds(10));
    assertThat(lines.getLast()).doesNotContain("requestId");
  }

  private void relay(@Nullable Context context) {
    new RelayHandler(
            new RelayDependencies(
                new MessageComposer("test"),
                (messages, deadline) -> {
                  times.add(deadline.remaining());
                  return List.of();
                },
                new InMemoryDeadLetters(),
                eventLog,
                CLOCK))
        .handleRequest(EventLoader.loadDynamoDbEvent(sample("stream/order-failed.json")), context);
  }

  private void retry(@Nullable Context context) {
    Ledger ledger =
        new Ledger() {
          @Override
          public Optional<Entry> read(Subject subject, Consistency consistency, Deadline deadline) {
            times.add(deadline.remaining());
            throw new LedgerUnavailableException("down", null);
          }

          @Override
          public WriteResult write(Entry next, Deadline deadline) {
            throw new AssertionError("Nothing was read");
          }
        };
    new RetryHandler(
            new RetryDependencies(
                ingest(ledger),
                new WebhookDecoder(Vocabulary.DOCUMENTED, Set.of()),
                new InMemoryQuarantine(),
                new InMemoryDeadLetters(),
                (delays, deadline) -> {
                  times.add(deadline.remaining());
                  return Optional.empty();
                },
                eventLog,
                CLOCK))
        .handleRequest(EventLoader.loadSQSEvent(sample("retry/order-processing.json")), context);
  }

  private void rotate(@Nullable Context context) {
    Rotation rotation =
        new Rotation(
            new InMemoryKeyRingStore("{}"),
            () ->
                new KeysDocument(
                    new Keys(
                        List.of(), List.of(), new Secret("key", null), new Secret("secret", null)),
                    List.of()),
            (key, secret, deadline) -> {
              times.add(deadline.remaining());
              return new Reply.Unavailable(CallFailure.ofStatus(503));
            },
            new RotationPolicy(
                Duration.ofMinutes(30),
                Duration.ofDays(7),
                Duration.ofDays(1),
                Duration.ofHours(1)),
            CLOCK,
            new Random(1),
            wait -> {});
    new RotationHandler(new RotationDependencies(rotation, eventLog, CLOCK))
        .handleRequest(null, context);
  }

  private void reconcile(@Nullable Context context) {
    ProviderClient provider =
        new ProviderClient() {
          @Override
          public Json orders(int page, Deadline deadline) {
            times.add(deadline.remaining());
            throw new ProviderUnavailableException(CallFailure.ofStatus(503), null);
          }

          @Override
          public Optional<Json> order(String orderId, Deadline deadline) {
            throw new AssertionError("No order is known");
          }

          @Override
          public Optional<Json> kyc(String partnerCustomerId, Deadline deadline) {
            throw new AssertionError("No customer is known");
          }
        };
    InMemoryLedger ledger = new InMemoryLedger();
    Reconciliation reconciliation =
        new Reconciliation(
            new ProviderLookup(
                provider,
                new ApiResponseDecoder(Vocabulary.DOCUMENTED, Set.of()),
                ingest(ledger),
                CLOCK),
            new Reconciliation.LedgerStores(
                ledger, new InMemoryDueIndex(ledger), new InMemoryScanCheckpointStore()),
            new LookbackWindow(Duration.ofMinutes(15), Duration.ofDays(7)),
            CLOCK);
    new ReconcileHandler(new ReconcileDependencies(reconciliation, eventLog, CLOCK))
        .handleRequest(Map.of(), context);
  }

  private static Ingest ingest(Ledger ledger) {
    return new Ingest(
        ledger,
        new InMemoryPublisher(),
        new MessageComposer("test"),
        Duration.ofMinutes(5),
        new Random(1),
        delay -> {});
  }

  private static String sample(String file) {
    return Path.of("..", "events", file).toAbsolutePath().toString();
  }
}
