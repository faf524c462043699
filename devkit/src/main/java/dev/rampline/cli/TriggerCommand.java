package dev.rampline.cli;

import dev.rampline.devkit.samples.ScenarioCatalog;
import dev.rampline.devkit.send.EmulatorClient;
import dev.rampline.devkit.send.SampleEventSender;
import dev.rampline.devkit.send.SigningConfig;
import dev.rampline.devstack.RunningDevStack;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Posts an event, or a whole story, as the provider would. */
@Command(
    name = "trigger",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Post an event or a whole story as the provider would.",
      "Everything is signed anew each time. Without --order-id an event is about the order of the sample, so that one order can be led"
          + " through its life, event by event. A story is about an order or a customer that nobody"
          + " has heard of yet."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./rampline trigger --list",
      "  ./rampline trigger ORDER_COMPLETED --order-id order-7 --count 3",
      "  ./rampline trigger --story buy-bank-transfer",
      "  ./rampline trigger --mishap contradiction --pace 0"
    })
final class TriggerCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private EventSelection selection = new EventSelection();
  @Mixin private SigningOptions signing = new SigningOptions();
  @Mixin private KeyOptions keys = new KeyOptions();
  @Mixin private ReceiverOptions recipient = new ReceiverOptions();

  @Option(names = "--list", description = "List the events, the stories and the mishaps.")
  private boolean list;

  @Option(
      names = "--pace",
      paramLabel = "DURATION",
      defaultValue = "1s",
      converter = DurationConverter.class,
      description =
          "What comes between the events of a story, such as 500ms, 2s, or 0 (default:"
              + " ${DEFAULT-VALUE}).")
  private Duration pace = Duration.ofSeconds(1);

  private int count = 1;

  @Option(names = "--socket", description = "Let ./rampline dev say it on its socket instead.")
  private boolean socket;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Option(
      names = "--count",
      paramLabel = "N",
      defaultValue = "1",
      description = "How often to post it, or to tell the story (default: ${DEFAULT-VALUE}).")
  void setCount(int times) {
    if (times < 1) {
      throw usageError("--count wants at least 1");
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

  private int sendOnSocket(SendPlan telling) throws InterruptedException {
    if (!telling.isSingleEvent()) {
      throw usageError("--socket says one EVENT: leave out --story and --mishap");
    }
    return EmulatorConsoles.sendOnSocket(
        telling.steps().getFirst().event(),
        recipient.running(),
        new SentRows(spec.commandLine().getOut(), json));
  }

  private int post(ScenarioCatalog catalog) throws InterruptedException {
    SendPlan first = selection.plan(catalog, pace);
    Optional<RunningDevStack> running = recipient.running();
    EmulatorClient console =
        recipient.hasExplicitUrl() ? null : running.flatMap(EmulatorConsoles::of).orElse(null);
    if (console == null && first.needsConsole()) {
      throw new CommandFailure(
          "Only an emulated provider can do this: start ./rampline dev, and leave out" + " --to.");
    }
    SigningConfig seal = signing.seal(keys.resolve(running));
    try (SampleEventSender sender = new SampleEventSender(recipient.url(), seal, console)) {
      return send(first, catalog, sender);
    }
  }

  private int send(SendPlan first, ScenarioCatalog catalog, SampleEventSender sender)
      throws InterruptedException {
    SentRows rows = new SentRows(spec.commandLine().getOut(), json);
    boolean asExpected = true;
    for (int index = 0; index < count; index++) {
      SendPlan telling = index == 0 ? first : selection.plan(catalog, pace);
      rows.begin(telling);
      asExpected &= sender.sendAll(telling.steps(), pace, rows::print);
    }
    return asExpected ? 0 : 1;
  }

  private ParameterException usageError(String sentence) {
    return new ParameterException(spec.commandLine(), sentence);
  }
}
