package dev.rampline.cli.send;

import dev.rampline.cli.options.DurationConverter;
import dev.rampline.cli.options.KeyOptions;
import dev.rampline.cli.options.ReceiverOptions;
import dev.rampline.cli.options.SigningOptions;
import dev.rampline.cli.options.Version;
import dev.rampline.cli.terminal.CommandFailure;
import dev.rampline.devstack.RunningDevStack;
import dev.rampline.samples.ScenarioCatalog;
import dev.rampline.send.EmulatorClient;
import dev.rampline.send.SampleEventSender;
import dev.rampline.send.SigningConfig;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Sends an event or a scenario as the provider does. */
@Command(
    name = "trigger",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Send an event or a scenario as the provider does.",
      "Signs every webhook. Without --order-id an event is about the sample's order, so that you"
          + " can send the events of one order one by one. A scenario is about a new order or"
          + " customer."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./rampline trigger --list",
      "  ./rampline trigger ORDER_COMPLETED --order-id order-7 --count 3",
      "  ./rampline trigger --scenario buy-bank-transfer",
      "  ./rampline trigger --scenario conflict --pace 0"
    })
public final class TriggerCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private EventSelection selection = new EventSelection();
  @Mixin private SigningOptions signing = new SigningOptions();
  @Mixin private KeyOptions keys = new KeyOptions();
  @Mixin private ReceiverOptions receiver = new ReceiverOptions();

  @Option(names = "--list", description = "List the events and the scenarios.")
  private boolean list;

  @Option(
      names = "--pace",
      paramLabel = "DURATION",
      defaultValue = "1s",
      converter = DurationConverter.class,
      description =
          "Wait this long between the events of a scenario, such as 500ms, 2s, or 0 (default:"
              + " ${DEFAULT-VALUE}).")
  private Duration pace = Duration.ofSeconds(1);

  private int count = 1;

  @Option(
      names = "--socket",
      description = "Send the event on the socket of ./rampline dev instead.")
  private boolean socket;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Option(
      names = "--count",
      paramLabel = "N",
      defaultValue = "1",
      description = "Send the event or the scenario N times (default: ${DEFAULT-VALUE}).")
  void setCount(int times) {
    if (times < 1) {
      throw usageError("--count must be at least 1");
    }
    count = times;
  }

  @Override
  public Integer call() throws InterruptedException {
    ScenarioCatalog catalog = new ScenarioCatalog();
    if (list) {
      new EventList(spec.commandLine().getOut(), json).print(catalog);
      return 0;
    }
    return socket ? sendOnSocket(selection.plan(catalog, pace)) : post(catalog);
  }

  private int sendOnSocket(SendPlan plan) throws InterruptedException {
    if (!plan.isSingleEvent()) {
      throw usageError("--socket sends one EVENT: remove --scenario");
    }
    int code =
        EmulatorConsoles.sendOnSocket(plan.steps().getFirst().event(), receiver.running(), rows());
    if (code == 0 && !json) {
      SentSubjects sent = new SentSubjects();
      sent.addAll(plan);
      sent.printNext(spec.commandLine().getOut(), receiver.ports());
    }
    return code;
  }

  private int post(ScenarioCatalog catalog) throws InterruptedException {
    SendPlan first = selection.plan(catalog, pace);
    Optional<RunningDevStack> running = receiver.running();
    EmulatorClient emulator =
        receiver.hasExplicitUrl() ? null : running.flatMap(EmulatorConsoles::of).orElse(null);
    if (emulator == null && first.needsConsole()) {
      throw new CommandFailure(
          "This scenario needs the emulated provider. Start `./rampline dev` and remove --to.");
    }
    SigningConfig config = signing.config(keys.resolve(running));
    try (SampleEventSender sender = new SampleEventSender(receiver.url(), config, emulator)) {
      return send(first, catalog, sender);
    }
  }

  private int send(SendPlan first, ScenarioCatalog catalog, SampleEventSender sender)
      throws InterruptedException {
    SentRows rows = rows();
    SentSubjects sent = new SentSubjects();
    boolean asExpected = true;
    for (int index = 0; index < count; index++) {
      SendPlan plan = index == 0 ? first : selection.plan(catalog, pace);
      rows.begin(plan);
      sent.addAll(plan);
      asExpected &= sender.sendAll(plan.steps(), pace, rows::print);
    }
    if (!json) {
      print(sent);
    }
    return asExpected ? 0 : 1;
  }

  private SentRows rows() {
    return new SentRows(spec.commandLine().getOut(), json, receiver.ports().commandOption());
  }

  private void print(SentSubjects sent) {
    PrintWriter out = spec.commandLine().getOut();
    if (receiver.hasExplicitUrl()) {
      sent.print(out);
    } else {
      sent.printOutcome(out, receiver.ports());
    }
  }

  private ParameterException usageError(String sentence) {
    return new ParameterException(spec.commandLine(), sentence);
  }
}
