package dev.rampline.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.demo.QuiescenceWaiter.Snapshot;
import dev.rampline.devstack.DevKeys;
import dev.rampline.devstack.DevStack;
import dev.rampline.devstack.LocalProvider;
import dev.rampline.devstack.LocalReconciliation;
import dev.rampline.devstack.Ports;
import dev.rampline.embedded.LocalClients;
import dev.rampline.emulator.ApiFaultInjector;
import dev.rampline.emulator.ChannelFaults;
import dev.rampline.emulator.EmulatedScenario;
import dev.rampline.emulator.EmulationPlan;
import dev.rampline.emulator.ProviderEmulator;
import dev.rampline.emulator.ProviderEmulator.Endpoints;
import dev.rampline.emulator.ProviderKeys;
import dev.rampline.emulator.RetryPolicy;
import dev.rampline.reconcile.ReconciliationReport;
import dev.rampline.resources.LedgerTable;
import dev.rampline.testkit.check.EndToEndChecker;
import dev.rampline.testkit.check.ExpectedOrder;
import dev.rampline.testkit.check.ExpectedSubject;
import dev.rampline.testkit.check.Violation;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Recovers dropped webhooks from the provider's API with the whole stack. */
class LocalReconciliationTest {
  private final DevKeys keys = DevKeys.random();
  private final ProviderKeys signing =
      new ProviderKeys(keys.accessTokens().getFirst(), keys.webhookSecrets().getFirst());
  private final EmulationPlan plan =
      EmulationPlan.generate(120, 7, signing, ChannelFaults.DEFAULT.with("webhook.drop", 50));

  @Test
  void droppedWebhooks_areRecoveredFromTheApi_byTwoConcurrentRuns() throws Exception {
    try (DevStack stack = DevStack.start(settings());
        LocalProvider provider = LocalProvider.start(Ports.ANY_FREE, keys, ApiFaultInjector.NONE);
        DynamoDbClient tables = LocalClients.dynamoDb(stack.stores().dynamoDb());
        SqsClient queues = LocalClients.sqs(stack.stores().sqs())) {
      Endpoints endpoints = new Endpoints(stack.webhookUrl(), provider.state(), provider.socket());
      new ProviderEmulator(endpoints, RetryPolicy.fast()).run(plan, receipt -> {});

      List<ReconciliationReport> atOnce = twoAtOnce(() -> run(stack, provider));
      ReconciliationReport after = run(stack, provider);

      assertThat(atOnce).noneMatch(run -> run.failures().isStopped());
      assertThat(atOnce).extracting(ReconciliationReport::scanCompleted).contains(true);
      assertThat(atOnce).flatExtracting(ReconciliationReport::recovered).isNotEmpty();
      assertThat(after.recovered()).isEmpty();
      assertThat(violations(tables, queues, stack.stores().queues().events())).isEmpty();
    }
  }

  private static List<ReconciliationReport> twoAtOnce(Callable<ReconciliationReport> run)
      throws InterruptedException {
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      return threads.invokeAll(List.of(run, run)).stream().map(Future::resultNow).toList();
    }
  }

  private ReconciliationReport run(DevStack stack, LocalProvider provider) {
    Map<String, String> variables =
        Map.of(
            "RAMPLINE_PROVIDER_URL",
            provider.apiUrl().toString(),
            "RAMPLINE_PROVIDER_RATE",
            "1000");
    return LocalReconciliation.run(
        stack.stores(), keys, variables, Duration.ofMinutes(2), InstantSource.system());
  }

  private List<Violation> violations(DynamoDbClient tables, SqsClient queues, URI queue) {
    Snapshot outcome =
        new QuiescenceWaiter(
                new LedgerScan(tables, LedgerTable.NAME),
                new QueueReader(queues, queue),
                Duration.ofSeconds(20))
            .await();
    EndToEndChecker checker = new EndToEndChecker(outcome.messages());
    for (EmulatedScenario scenario : plan.scenarios()) {
      ExpectedSubject expected = scenario.expectedWithout(plan.droppedEvents());
      if (expected instanceof ExpectedOrder) {
        checker.checkEvents(expected, Set.of());
        checker.checkReconciled(expected);
      }
    }
    return checker.violations();
  }

  private DevStack.Settings settings() {
    return new DevStack.Settings(Ports.ANY_FREE, false, keys, Map.of(), line -> {});
  }
}
