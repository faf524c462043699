package dev.rampline.cli.start;

import dev.rampline.adapter.telemetry.EventLog;
import dev.rampline.adapter.wiring.Closer;
import dev.rampline.demo.DemoPlan;
import dev.rampline.demo.DemoTarget;
import dev.rampline.devstack.DevKeys;
import dev.rampline.devstack.DevStack;
import dev.rampline.devstack.LocalProvider;
import dev.rampline.devstack.LocalReconciliation;
import dev.rampline.devstack.LocalSubscriber;
import dev.rampline.devstack.Ports;
import dev.rampline.embedded.LocalClients;
import dev.rampline.emulator.ApiFaultInjector;
import dev.rampline.emulator.ProviderEmulator.Endpoints;
import dev.rampline.emulator.ProviderKeys;
import dev.rampline.reconcile.ReconciliationReport;
import dev.rampline.resources.LedgerTable;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The whole system for a demo, on free ports. */
final class DemoEnvironment implements AutoCloseable {
  private static final EventLog NO_LOG = line -> {};

  /** The highest rate that the settings allow. */
  private static final String PROVIDER_RATE = "1000";

  private static final Duration RECONCILE_BUDGET = Duration.ofMinutes(1);

  private final DevKeys keys = DevKeys.random();
  private final Closer started;
  private final DevStack stack;
  private final LocalProvider provider;
  private final Map<String, String> variables;
  private final DynamoDbClient tables;
  private final SqsClient queues;

  private DemoEnvironment(DemoPlan plan, Closer started) {
    this.started = started;
    ApiFaultInjector faultInjector = new ApiFaultInjector(plan.allFaults().api(), plan.seed());
    this.provider = started.register(LocalProvider.start(Ports.ANY_FREE, keys, faultInjector));
    this.variables = new HashMap<>(provider.variables());
    variables.put("RAMPLINE_PROVIDER_RATE", PROVIDER_RATE);
    this.stack =
        started.register(
            DevStack.start(new DevStack.Settings(Ports.ANY_FREE, false, keys, variables, NO_LOG)));
    this.tables = started.register(LocalClients.dynamoDb(stack.stores().dynamoDb()));
    this.queues = started.register(LocalClients.sqs(stack.stores().sqs()));
    LocalSubscriber subscriber =
        new LocalSubscriber(Ports.ANY_FREE, stack.stores(), keys, variables);
    started.register(subscriber.start(NO_LOG));
  }

  static DemoEnvironment start(DemoPlan plan) {
    Closer started = new Closer();
    try {
      return new DemoEnvironment(plan, started);
    } catch (RuntimeException failure) {
      started.close();
      throw failure;
    }
  }

  DemoTarget target() {
    return new DemoTarget(
        new Endpoints(stack.webhookUrl(), provider.state(), provider.socket()),
        new ProviderKeys(keys.accessTokens().getFirst(), keys.webhookSecrets().getFirst()),
        tables,
        LedgerTable.NAME,
        queues,
        stack.stores().queues().events(),
        this::reconcile);
  }

  private boolean reconcile(Duration later) {
    Clock clock = Clock.offset(Clock.systemUTC(), later);
    ReconciliationReport report =
        LocalReconciliation.run(stack.stores(), keys, variables, RECONCILE_BUDGET, clock);
    return !report.failures().isStopped()
        && report.scanCompleted()
        && report.failures().count() == 0
        && report.recovered().isEmpty();
  }

  @Override
  public void close() {
    started.close();
  }
}
