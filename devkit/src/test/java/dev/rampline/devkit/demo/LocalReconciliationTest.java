package dev.rampline.devkit.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.devkit.emulator.Campaign;
import dev.rampline.devkit.emulator.ChannelFaults;
import dev.rampline.devkit.emulator.Mischief;
import dev.rampline.devkit.emulator.ProviderEmulator;
import dev.rampline.devkit.emulator.ProviderEmulator.Wires;
import dev.rampline.devkit.emulator.ProviderKeys;
import dev.rampline.devkit.emulator.RetryPolicy;
import dev.rampline.devkit.emulator.Story;
import dev.rampline.devkit.stack.DevKeys;
import dev.rampline.devkit.stack.LocalProvider;
import dev.rampline.devkit.stack.LocalReconciliation;
import dev.rampline.devkit.stack.Ports;
import dev.rampline.devkit.stack.Stack;
import dev.rampline.embedded.LedgerTable;
import dev.rampline.embedded.LocalClients;
import dev.rampline.reconcile.Report;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Webhooks that were dropped, and what the provider's API makes of it, on the whole stack. */
class LocalReconciliationTest {
  private final DevKeys keys = DevKeys.random();
  private final ProviderKeys signing =
      new ProviderKeys(keys.accessTokens().getFirst(), keys.webhookSecrets().getFirst());
  private final Campaign campaign =
      Campaign.planned(120, 7, signing, ChannelFaults.USUAL.with("webhook.drop", 50));

  @Test
  void droppedWebhooks_areRepairedFromTheApi_byTwoRunsAtOnce_untilTheLedgerIsTrue()
      throws Exception {
    try (Stack stack = Stack.start(settings());
        LocalProvider provider = LocalProvider.start(Ports.FREE, keys, Mischief.NONE);
        DynamoDbClient tables = LocalClients.dynamoDb(stack.stores().dynamoDb())) {
      Wires wires = new Wires(stack.webhookUrl(), provider.book(), provider.socket());
      new ProviderEmulator(wires, RetryPolicy.hurried()).carryOut(campaign, receipt -> {});

      List<Report> atOnce = twoAtOnce(() -> run(stack, provider));
      Report after = run(stack, provider);

      assertThat(atOnce).extracting(Report::stoppedBy).containsOnlyNulls();
      assertThat(atOnce).extracting(Report::passCompleted).contains(true);
      assertThat(atOnce).flatExtracting(Report::repairs).isNotEmpty();
      assertThat(after.repairs()).isEmpty();
      assertTrue(new LedgerScan(tables, LedgerTable.NAME).rows());
    }
  }

  private static List<Report> twoAtOnce(Callable<Report> run) throws InterruptedException {
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      return threads.invokeAll(List.of(run, run)).stream().map(Future::resultNow).toList();
    }
  }

  private Report run(Stack stack, LocalProvider provider) {
    Map<String, String> variables =
        Map.of(
            "RAMPLINE_PROVIDER_URL",
            provider.apiUrl().toString(),
            "RAMPLINE_PROVIDER_RATE",
            "1000");
    return LocalReconciliation.run(
        stack.stores(), keys, variables, Duration.ofMinutes(2), InstantSource.system());
  }

  private void assertTrue(Map<String, LedgerRow> rows) {
    for (Story story : campaign.stories()) {
      String subject = story.truth().subject();
      if (subject.startsWith("order/")) {
        LedgerRow row = Objects.requireNonNull(rows.get(subject), subject);
        Expectation expected = Expectation.of(story, campaign.dropped());
        assertThat(Differences.between(expected, row)).as("%s %s", story.kind(), row).isEmpty();
      }
    }
  }

  private Stack.Settings settings() {
    return new Stack.Settings(Ports.FREE, false, keys, Map.of(), line -> {});
  }
}
