package dev.rampline.function.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.decoding.ApiResponseDecoder;
import dev.rampline.decoding.Vocabulary;
import dev.rampline.failure.CallFailure;
import dev.rampline.failure.FailureCause;
import dev.rampline.function.ReconcileDependencies;
import dev.rampline.ingest.InMemoryPublisher;
import dev.rampline.ingest.Ingest;
import dev.rampline.json.Json;
import dev.rampline.json.JsonReader;
import dev.rampline.ledger.InMemoryLedger;
import dev.rampline.message.MessageComposer;
import dev.rampline.reconcile.InMemoryDueIndex;
import dev.rampline.reconcile.InMemoryScanCheckpointStore;
import dev.rampline.reconcile.LookbackWindow;
import dev.rampline.reconcile.ProviderClient;
import dev.rampline.reconcile.ProviderLookup;
import dev.rampline.reconcile.ProviderUnavailableException;
import dev.rampline.reconcile.Reconciliation;
import dev.rampline.time.Deadline;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class ReconcileHandlerTest {
  private static final Instant NOW = Instant.parse("2026-03-01T10:30:00Z");
  private static final String ORDER =
      "{\"id\":\"o-1\",\"status\":\"PROCESSING\",\"walletAddress\":\"canary\","
          + "\"createdAt\":\"2026-03-01T09:30:00Z\"}";

  private final List<String> lines = new ArrayList<>();

  @Test
  void run_writesOneEntry_afterOneForEachRecoveredEvent_withoutPayloadData() {
    ReconcileHandler handler = handler(new OneOrderClient());

    assertThat(handler.handleRequest(Map.of("source", "aws.events"), null)).isEqualTo("done");
    assertThat(lines).hasSize(2).noneMatch(line -> line.contains("canary"));
    assertThat(lines.getFirst())
        .contains("\"channel\":\"api\",\"subject\":\"order/o-1\",\"state\":\"processing\"")
        .contains("\"decision\":\"state-changed\"");
    assertThat(lines.getLast())
        .contains("\"listScan\":\"completed\"", "\"checked\":1", "\"recovered\":1")
        .contains("\"oldestChecked\":3600")
        .doesNotContain("\"stopped\"", "\"faults\"");
  }

  @Test
  void unavailableProvider_isLogged_andIsNoFault() {
    handler(
            new OneOrderClient() {
              @Override
              public Json orders(int page, Deadline deadline) {
                throw new ProviderUnavailableException(CallFailure.ofStatus(503), null);
              }
            })
        .handleRequest(null, null);

    assertThat(lines.getFirst())
        .contains("\"cause\":\"http-5xx\",\"status\":\"503\",\"fault\":\"http-5xx\"")
        .contains("\"part\":\"order-list\"", "\"stopped\":1", "\"listScan\":\"under-way\"")
        .doesNotContain("\"faults\"", "dev.rampline");
  }

  @Test
  void failedLookup_isLoggedWithItsSubject_andCountedByItsCause() {
    handler(
            new OneOrderClient() {
              @Override
              public Optional<Json> order(String orderId, Deadline deadline) {
                throw new ProviderUnavailableException(
                    CallFailure.of(FailureCause.TIMEOUT), new TimeoutException("canary"));
              }
            })
        .handleRequest(null, null);

    assertThat(lines)
        .noneMatch(line -> line.contains("canary"))
        .anyMatch(line -> line.contains("\"cause\":\"timeout\",\"lookupsFailed\":1"))
        .anyMatch(
            line ->
                line.contains(
                    "\"subject\":\"order/o-1\",\"cause\":\"timeout\",\"fault\":\"timeout\""));
  }

  @Test
  void fault_isCounted_andLoggedByItsClassOnly() {
    handler(
            new OneOrderClient() {
              @Override
              public Json orders(int page, Deadline deadline) {
                throw new IllegalStateException("canary");
              }
            })
        .handleRequest(null, null);

    assertThat(lines.getFirst())
        .contains("java.lang.IllegalStateException", "\"faults\":1")
        .doesNotContain("canary");
  }

  private ReconcileHandler handler(ProviderClient provider) {
    InMemoryLedger ledger = new InMemoryLedger();
    InstantSource clock = InstantSource.fixed(NOW);
    Ingest ingest =
        new Ingest(
            ledger,
            new InMemoryPublisher(),
            new MessageComposer("test"),
            Duration.ofSeconds(10),
            new Random(1),
            delay -> {});
    Reconciliation reconciliation =
        new Reconciliation(
            new ProviderLookup(
                provider, new ApiResponseDecoder(Vocabulary.DOCUMENTED, Set.of()), ingest, clock),
            new Reconciliation.LedgerStores(
                ledger, new InMemoryDueIndex(ledger), new InMemoryScanCheckpointStore()),
            new LookbackWindow(Duration.ofMinutes(15), Duration.ofDays(7)),
            clock);
    return new ReconcileHandler(
        new ReconcileDependencies(reconciliation, line -> lines.add(line.json()), clock));
  }

  /** A provider that has one order. */
  private static class OneOrderClient implements ProviderClient {
    @Override
    public Json orders(int page, Deadline deadline) {
      return json("{\"data\":[" + (page == 1 ? ORDER : "") + "]}");
    }

    @Override
    public Optional<Json> order(String orderId, Deadline deadline) {
      return Optional.of(json(ORDER));
    }

    @Override
    public Optional<Json> kyc(String partnerCustomerId, Deadline deadline) {
      return Optional.empty();
    }

    private static Json json(String text) {
      return JsonReader.read(text).orElseThrow();
    }
  }
}
