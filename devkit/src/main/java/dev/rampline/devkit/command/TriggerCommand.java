package dev.rampline.devkit.command;

import dev.rampline.devkit.front.WebhookFront;
import dev.rampline.devkit.samples.EventCatalog;
import dev.rampline.devkit.samples.SampleEvent;
import dev.rampline.devkit.stack.DevKeys;
import dev.rampline.devkit.stack.RunningDev;
import java.net.URI;
import java.util.Optional;
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

  @Option(
      names = "--to",
      paramLabel = "URL",
      description = "Where to post it (default: the running ./rampline dev).")
  private @Nullable URI to;

  @Option(
      names = "--count",
      paramLabel = "N",
      defaultValue = "1",
      description = "How often to post it (default: ${DEFAULT-VALUE}).")
  private int count = 1;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

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
    if (event == null) {
      throw new ParameterException(spec.commandLine(), "Missing EVENT: see --list");
    }
    SampleEvent sample =
        catalog
            .find(event)
            .orElseThrow(
                () ->
                    new ParameterException(
                        spec.commandLine(), "There is no event " + event + ": see --list"));
    return orderId == null ? sample : about(sample, orderId);
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
