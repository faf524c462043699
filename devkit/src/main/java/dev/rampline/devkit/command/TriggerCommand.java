package dev.rampline.devkit.command;

import dev.rampline.devkit.samples.StoryCatalog;
import dev.rampline.devkit.sending.EmulatorConsole;
import dev.rampline.devkit.sending.Seal;
import dev.rampline.devkit.sending.Sender;
import dev.rampline.devkit.stack.RunningDev;
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
  @Mixin private Wanted wanted = new Wanted();
  @Mixin private Signing signing = new Signing();
  @Mixin private KeyOptions keys = new KeyOptions();
  @Mixin private Recipient recipient = new Recipient();

  @Option(names = "--list", description = "List the events, the stories and the mishaps.")
  private boolean list;

  @Option(
      names = "--pace",
      paramLabel = "DURATION",
      defaultValue = "1s",
      converter = LengthOfTime.class,
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
      throw misuse("--count wants at least 1");
    }
    count = times;
  }

  @Override
  public Integer call() throws InterruptedException {
    StoryCatalog catalog = new StoryCatalog();
    if (list) {
      new EventList(spec.commandLine().getOut(), json).print(catalog);
      return 0;
    }
    return socket ? speak(wanted.telling(catalog, pace)) : post(catalog);
  }

  private int speak(Telling telling) throws InterruptedException {
    if (!telling.isOneEvent()) {
      throw misuse("--socket says one EVENT: leave out --story and --mishap");
    }
    return Consoles.speak(
        telling.steps().getFirst().event(),
        recipient.running(),
        new SentRows(spec.commandLine().getOut(), json));
  }

  private int post(StoryCatalog catalog) throws InterruptedException {
    Telling first = wanted.telling(catalog, pace);
    Optional<RunningDev> running = recipient.running();
    EmulatorConsole console =
        recipient.isForeign() ? null : running.flatMap(Consoles::of).orElse(null);
    if (console == null && first.needsConsole()) {
      throw new CommandFailure(
          "Only an emulated provider can do this: start ./rampline dev, and leave out" + " --to.");
    }
    Seal seal = signing.seal(keys.givenOrOf(running));
    try (Sender sender = new Sender(recipient.url(), seal, console)) {
      return tell(first, catalog, sender);
    }
  }

  private int tell(Telling first, StoryCatalog catalog, Sender sender) throws InterruptedException {
    SentRows rows = new SentRows(spec.commandLine().getOut(), json);
    boolean asExpected = true;
    for (int index = 0; index < count; index++) {
      Telling telling = index == 0 ? first : wanted.telling(catalog, pace);
      rows.begin(telling);
      asExpected &= sender.tell(telling.steps(), pace, rows::print);
    }
    return asExpected ? 0 : 1;
  }

  private ParameterException misuse(String sentence) {
    return new ParameterException(spec.commandLine(), sentence);
  }
}
