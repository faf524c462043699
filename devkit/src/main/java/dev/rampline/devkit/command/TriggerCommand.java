package dev.rampline.devkit.command;

import dev.rampline.devkit.front.WebhookFront;
import dev.rampline.devkit.samples.EventCatalog;
import dev.rampline.devkit.samples.SampleEvent;
import dev.rampline.devkit.stack.DevKeys;
import dev.rampline.devkit.stack.RunningDev;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Posts an event as the provider would. */
@Command(
    name = "trigger",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Post an event as the provider would, signed anew each time.",
      "Without --order-id it is about the order of the sample, so that one order can be led through"
          + " its life, event by event."
    })
final class TriggerCommand implements Callable<Integer> {
  private static final Set<String> HTTP = Set.of("http", "https");

  @Spec private CommandSpec spec;
  @Mixin private Signing signing = new Signing();
  @Mixin private KeyOptions keys = new KeyOptions();
  @Mixin private PortOffset portOffset = new PortOffset();

  @Parameters(
      paramLabel = "EVENT",
      arity = "0..1",
      description = "The event's name, or the sample's: see --list.")
  private @Nullable String event;

  @Option(names = "--list", description = "List the events.")
  private boolean list;

  @Option(names = "--order-id", paramLabel = "ID", description = "The order that it is about.")
  private @Nullable String orderId;

  private @Nullable URI to;

  private int count = 1;

  @Option(names = "--socket", description = "Let ./rampline dev say it on its socket instead.")
  private boolean socket;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Option(
      names = "--to",
      paramLabel = "URL",
      description = "Where to post it (default: the running ./rampline dev).")
  void setTo(URI target) {
    if (target.getHost() == null || !HTTP.contains(String.valueOf(target.getScheme()))) {
      throw misuse("--to wants a URL that begins with http:// or https://");
    }
    to = target;
  }

  @Option(
      names = "--count",
      paramLabel = "N",
      defaultValue = "1",
      description = "How often to post it (default: ${DEFAULT-VALUE}).")
  void setCount(int times) {
    if (times < 1) {
      throw misuse("--count wants at least 1");
    }
    count = times;
  }

  @Override
  public Integer call() throws InterruptedException {
    EventCatalog catalog = new EventCatalog();
    if (list) {
      new EventList(spec.commandLine().getOut()).print(catalog.events(), json);
      return 0;
    }
    return post(sample(catalog));
  }

  private int post(SampleEvent sample) throws InterruptedException {
    Optional<RunningDev> running = RunningDev.find(Home.path(), portOffset.value());
    Optional<EmulatorConsole> console = running.flatMap(EmulatorConsole::of);
    if (socket) {
      return EmulatorConsole.existing(console).speak(sample, spec.commandLine().getOut());
    }
    if (to == null && console.isPresent()) {
      console.get().note(sample);
    }
    DevKeys used = keys.givenOrOf(running);
    URI target = to != null ? to : running.map(RunningDev::webhookUrl).orElse(usualUrl());
    boolean accepted = true;
    try (Delivery delivery = new Delivery(target)) {
      for (int index = 0; index < count; index++) {
        Delivery.Report report = delivery.post(signing.sign(sample.payload(), used));
        report.print(spec.commandLine().getOut(), sample.event(), json);
        accepted &= report.isAccepted();
      }
    }
    return accepted ? 0 : 1;
  }

  private SampleEvent sample(EventCatalog catalog) {
    String name = event;
    if (name == null) {
      throw misuse("Missing EVENT: see --list");
    }
    SampleEvent sample = catalog.find(name).orElseThrow(() -> unknown(name, catalog));
    return orderId == null ? sample : about(sample, orderId);
  }

  private ParameterException unknown(String name, EventCatalog catalog) {
    List<String> names = catalog.events().stream().map(SampleEvent::event).toList();
    String hint =
        new Likeness(name).nearest(names).map(it -> "; did you mean " + it + "?").orElse("");
    return misuse("There is no event " + name + hint + " (--list shows them all)");
  }

  private ParameterException misuse(String sentence) {
    return new ParameterException(spec.commandLine(), sentence);
  }

  private SampleEvent about(SampleEvent sample, String id) {
    try {
      return sample.withOrderId(id);
    } catch (IllegalArgumentException noOrder) {
      throw new ParameterException(
          spec.commandLine(), sample.event() + " is about no order: leave out --order-id", noOrder);
    }
  }

  private URI usualUrl() {
    return URI.create("http://127.0.0.1:" + portOffset.ports().receiver() + WebhookFront.PATH);
  }
}
