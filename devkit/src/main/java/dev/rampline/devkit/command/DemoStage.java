package dev.rampline.devkit.command;

import dev.rampline.adapter.telemetry.Journal;
import dev.rampline.devkit.demo.DemoPlan;
import dev.rampline.devkit.demo.DemoTarget;
import dev.rampline.devkit.emulator.Mischief;
import dev.rampline.devkit.emulator.ProviderEmulator.Wires;
import dev.rampline.devkit.emulator.ProviderKeys;
import dev.rampline.devkit.stack.Closing;
import dev.rampline.devkit.stack.DevKeys;
import dev.rampline.devkit.stack.LocalProvider;
import dev.rampline.devkit.stack.LocalReconciliation;
import dev.rampline.devkit.stack.LocalSubscriber;
import dev.rampline.devkit.stack.Ports;
import dev.rampline.devkit.stack.Stack;
import dev.rampline.embedded.LedgerTable;
import dev.rampline.embedded.LocalClients;
import dev.rampline.reconcile.Report;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Everything that a demo runs on, on free ports. */
final class DemoStage implements AutoCloseable {
  private static final Journal SILENT = line -> {};

  /** As fast as the settings let anybody ask. */
  private static final String PROVIDER_RATE = "1000";

  private static final Duration LONGEST_PASS = Duration.ofMinutes(1);

  private final DevKeys keys = DevKeys.random();
  private final Closing started;
  private final Stack stack;
  private final LocalProvider provider;
  private final Map<String, String> variables;
  private final DynamoDbClient tables;
  private final SqsClient queues;

  private DemoStage(DemoPlan plan, Closing started) {
    this.started = started;
    this.stack =
        started.later(Stack.start(new Stack.Settings(Ports.FREE, false, keys, Map.of(), SILENT)));
    Mischief mischief = new Mischief(plan.allFaults().api(), plan.seed());
    this.provider = started.later(LocalProvider.start(Ports.FREE, keys, mischief));
    this.variables = new HashMap<>(provider.variables());
    variables.put("RAMPLINE_PROVIDER_RATE", PROVIDER_RATE);
    this.tables = started.later(LocalClients.dynamoDb(stack.stores().dynamoDb()));
    this.queues = started.later(LocalClients.sqs(stack.stores().sqs()));
    LocalSubscriber subscriber = new LocalSubscriber(Ports.FREE, stack.stores(), keys, variables);
    started.later(subscriber.start(SILENT));
  }

  static DemoStage start(DemoPlan plan) {
    Closing started = new Closing();
    try {
      return new DemoStage(plan, started);
    } catch (RuntimeException failure) {
      started.close();
      throw failure;
    }
  }

  DemoTarget target() {
    return new DemoTarget(
        new Wires(stack.webhookUrl(), provider.book(), provider.socket()),
        new ProviderKeys(keys.accessTokens().getFirst(), keys.webhookSecrets().getFirst()),
        tables,
        LedgerTable.NAME,
        queues,
        stack.stores().queues().events(),
        this::findsNothing);
  }

  private boolean findsNothing(Duration later) {
    Clock clock = Clock.offset(Clock.systemUTC(), later);
    Report report = LocalReconciliation.run(stack.stores(), keys, variables, LONGEST_PASS, clock);
    return report.stoppedBy() == null
        && report.passCompleted()
        && report.failed() == 0
        && report.repairs().isEmpty();
  }

  @Override
  public void close() {
    started.close();
  }
}
