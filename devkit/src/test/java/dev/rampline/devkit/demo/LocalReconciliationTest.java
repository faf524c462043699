package dev.rampline.devkit.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.devkit.emulator.Campaign;
import dev.rampline.devkit.emulator.Lane;
import dev.rampline.devkit.emulator.ProviderApi;
import dev.rampline.devkit.emulator.ProviderBook;
import dev.rampline.devkit.emulator.ProviderEmulator;
import dev.rampline.devkit.emulator.ProviderKeys;
import dev.rampline.devkit.emulator.RetryPolicy;
import dev.rampline.devkit.emulator.Story;
import dev.rampline.devkit.emulator.Truth;
import dev.rampline.devkit.stack.DevKeys;
import dev.rampline.devkit.stack.LocalReconciliation;
import dev.rampline.devkit.stack.Ports;
import dev.rampline.devkit.stack.Stack;
import dev.rampline.embedded.LedgerTable;
import dev.rampline.embedded.LocalClients;
import dev.rampline.reconcile.Report;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Webhooks that were dropped, and what the provider's API makes of it, on the whole stack. */
class LocalReconciliationTest {
  private final DevKeys keys = DevKeys.random();
  private final ProviderKeys signing =
      new ProviderKeys(keys.accessTokens().getFirst(), keys.webhookSecrets().getFirst());
  private final Campaign campaign = Campaign.planned(120, 7, signing);

  @Test
  void droppedWebhooks_areRepairedFromTheApi_byTwoRunsAtOnce_untilTheLedgerIsTrue()
      throws Exception {
    ProviderBook book = ProviderBook.of(campaign.stories(), Instant.now());
    try (Stack stack = Stack.start(settings());
        ProviderApi api = ProviderApi.start(0, signing, book);
        DynamoDbClient tables = LocalClients.dynamoDb(stack.stores().dynamoDb())) {
      new ProviderEmulator(stack.webhookUrl(), RetryPolicy.hurried(), 8)
          .carryOut(half(), receipt -> {});

      List<Report> atOnce = twoAtOnce(() -> run(stack, api));
      Report after = run(stack, api);

      assertThat(atOnce).extracting(Report::stoppedBy).containsOnlyNulls();
      assertThat(atOnce).extracting(Report::passCompleted).contains(true);
      assertThat(atOnce).flatExtracting(Report::repairs).isNotEmpty();
      assertThat(after.repairs()).isEmpty();
      assertTrue(new LedgerScan(tables, LedgerTable.NAME).rows());
    }
  }

  /** Every second delivery is dropped. */
  private Campaign half() {
    List<Lane> lanes = campaign.lanes();
    return new Campaign(
        campaign.stories(),
        IntStream.range(0, lanes.size())
            .filter(index -> index % 2 == 0)
            .mapToObj(lanes::get)
            .toList());
  }

  private static List<Report> twoAtOnce(Callable<Report> run) throws InterruptedException {
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      return threads.invokeAll(List.of(run, run)).stream().map(Future::resultNow).toList();
    }
  }

  private Report run(Stack stack, ProviderApi api) {
    Map<String, String> variables =
        Map.of("RAMPLINE_PROVIDER_URL", api.base().toString(), "RAMPLINE_PROVIDER_RATE", "1000");
    return LocalReconciliation.run(stack.stores(), keys, variables, Duration.ofMinutes(2));
  }

  private void assertTrue(Map<String, LedgerRow> rows) {
    for (Story story : campaign.stories()) {
      Truth truth = story.truth();
      if (truth.subject().startsWith("order/") && isKnownToTheApi(truth)) {
        LedgerRow row = Objects.requireNonNull(rows.get(truth.subject()), truth.subject());
        assertThat(truth.states()).as(story.kind()).contains(row.state());
        assertThat(row.conflict()).as("%s %s", story.kind(), row.raw()).isFalse();
      }
    }
  }

  /** Of refunds and expiries the API says nothing. */
  private static boolean isKnownToTheApi(Truth truth) {
    return !truth.states().contains("refunded") && !truth.states().contains("expired");
  }

  private Stack.Settings settings() {
    return new Stack.Settings(Ports.FREE, false, keys, Map.of(), line -> {});
  }
}
