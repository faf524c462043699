package dev.rampline.devkit.command;

import dev.rampline.devkit.demo.DemoPlan;
import dev.rampline.devkit.demo.DemoProgress;
import dev.rampline.devkit.demo.DemoReport;
import dev.rampline.devkit.demo.DemoRun;
import dev.rampline.devkit.demo.DemoTarget;
import dev.rampline.devkit.demo.ProgressBarProgress;
import dev.rampline.devkit.demo.ReportJson;
import dev.rampline.devkit.demo.ReportTable;
import dev.rampline.devkit.demo.Sabotage;
import dev.rampline.devkit.emulator.ProviderKeys;
import dev.rampline.devkit.stack.DevKeys;
import dev.rampline.devkit.stack.Ports;
import dev.rampline.devkit.stack.Stack;
import dev.rampline.embedded.LedgerTable;
import dev.rampline.embedded.LocalClients;
import java.io.Console;
import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Runs everything on free ports, lets the emulated provider loose on it, and judges the outcome.
 */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Start everything, run orders through it, and compare what came of them with what is true.",
      "The provider is emulated: it repeats, reorders and retries its webhooks, and somebody else"
          + " forges some. Exits 1 if anything is lost, doubled, wrong or wrongly believed."
    })
final class DemoCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--orders",
      defaultValue = "300",
      paramLabel = "N",
      description = "How many orders and customers there are (default: ${DEFAULT-VALUE}).")
  private int orders;

  @Option(
      names = "--seed",
      defaultValue = "1",
      paramLabel = "N",
      description = "What everything is drawn from (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--break",
      paramLabel = "FAULT",
      description = "Make a real fault, to see it found: lose, double or wrong.")
  private @Nullable Sabotage sabotage;

  @Option(names = "--json", description = "Print the outcome as one line of JSON.")
  private boolean json;

  @Override
  public Integer call() throws InterruptedException {
    if (orders < 1) {
      throw new ParameterException(spec.commandLine(), "--orders wants at least 1");
    }
    DevKeys keys = DevKeys.random();
    try (Stack stack = Stack.start(settings(keys));
        DynamoDbClient tables = LocalClients.dynamoDb(stack.stores().dynamoDb());
        SqsClient queues = LocalClients.sqs(stack.stores().sqs())) {
      DemoReport report =
          new DemoRun(target(stack, keys, tables, queues), new DemoPlan(orders, seed, sabotage))
              .run(progress());
      print(report);
      return report.findings().areClean() ? 0 : 1;
    }
  }

  private static Stack.Settings settings(DevKeys keys) {
    return new Stack.Settings(Ports.FREE, false, keys, Map.of(), line -> {});
  }

  private static DemoTarget target(
      Stack stack, DevKeys keys, DynamoDbClient tables, SqsClient queues) {
    ProviderKeys signing =
        new ProviderKeys(keys.accessTokens().getFirst(), keys.webhookSecrets().getFirst());
    return new DemoTarget(
        stack.webhookUrl(),
        signing,
        tables,
        LedgerTable.NAME,
        queues,
        stack.stores().queues().events());
  }

  /** Since JDK 25 there is no console again where there is no terminal. */
  @SuppressWarnings("SystemConsoleNull")
  private DemoProgress progress() {
    Console console = System.console();
    return console != null && console.isTerminal() && !json
        ? new ProgressBarProgress()
        : DemoProgress.none();
  }

  private void print(DemoReport report) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(ReportJson.of(report));
    } else {
      out.print(ReportTable.of(report));
    }
    out.flush();
  }
}
