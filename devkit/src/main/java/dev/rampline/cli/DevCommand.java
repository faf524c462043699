package dev.rampline.cli;

import dev.rampline.adapter.telemetry.EventLog;
import dev.rampline.devstack.DevKeys;
import dev.rampline.devstack.DevStack;
import dev.rampline.devstack.RunningDevStack;
import dev.rampline.emulator.ApiFaultInjector;
import java.io.PrintWriter;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import software.amazon.awssdk.core.exception.SdkClientException;

/** Runs the receiver and its stores until it is ended. */
@Command(
    name = "dev",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Run everything on this machine, with a page to look at.",
      "That is the receiver, the relay, the subscriber, their stores, the emulated provider and the"
          + " inspector page, on loopback, until ended. It sends nothing by itself: see trigger. The messages in the events queue are yours to"
          + " receive. With no key given it makes keys for this run and prints them. The provider's"
          + " API is asked once a minute: see reconcile.",
      "RAMPLINE_EXTRA_FIELDS, RAMPLINE_CLOCK_LEEWAY, RAMPLINE_LEDGER_BUDGET and RAMPLINE_API_KEY"
          + " are honoured, and all that begins with RAMPLINE_PROVIDER_, RAMPLINE_RECONCILE_ or"
          + " RAMPLINE_SOCKET_."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./rampline dev",
      "  ./rampline dev --port-offset 100 --fault api.refuse=20",
      "  ./rampline dev --external-stores --no-subscriber"
    })
final class DevCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private KeyOptions keys = new KeyOptions();
  @Mixin private PortOffset portOffset = new PortOffset();

  @Option(
      names = "--external-stores",
      description = "Use the stores of ./rampline stores, and leave them running.")
  private boolean externalStores;

  @Option(
      names = "--no-provider",
      description = "Leave out the emulated provider: see the command provider.")
  private boolean withoutProvider;

  @Option(
      names = "--no-subscriber",
      description = "Leave out the subscriber: see the command subscriber.")
  private boolean withoutSubscriber;

  @Mixin private FaultOptions faults = new FaultOptions();

  @Option(
      names = "--seed",
      defaultValue = "1",
      paramLabel = "N",
      description = "What faults are drawn from (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--json",
      description = "Print each event as the deployed function logs it, not as a line to read.")
  private boolean json;

  @Override
  public Integer call() throws InterruptedException {
    Optional<DevKeys> given = keys.given();
    DevKeys used = given.orElseGet(DevKeys::random);
    ShutdownHooks ending = new ShutdownHooks();
    DevEnvironment stage = ending.closeOnExit(start(used));
    String providerUrl = stage.providerUrl();
    RunningDevStack running =
        new RunningDevStack(
            ProcessHandle.current().pid(),
            stage.stack().webhookUrl(),
            used,
            providerUrl == null ? null : URI.create(providerUrl));
    ending.closeOnExit(running.writeFile(ProjectHome.path(), portOffset.value()));
    if (given.isEmpty()) {
      print(used);
    }
    announce(stage);
    new CountDownLatch(1).await();
    return 0;
  }

  private void print(DevKeys made) {
    PrintWriter out = spec.commandLine().getOut();
    made.accessTokens().forEach(token -> out.println("access token    " + token));
    made.webhookSecrets().forEach(secret -> out.println("webhook secret  " + secret));
    out.println("api key         " + made.api().apiKey());
  }

  private DevEnvironment start(DevKeys used) {
    DevStack.Settings settings =
        new DevStack.Settings(
            portOffset.ports(), externalStores, used, ForwardedVariables.read(), journal());
    ApiFaultInjector mischief = new ApiFaultInjector(faults.faults().api(), seed);
    try (ProgressLine _ = ProgressLine.of("Starting everything")) {
      return DevEnvironment.start(
          new DevEnvironment.Options(settings, !withoutProvider, mischief, !withoutSubscriber));
    } catch (SdkClientException unreachable) {
      throw new CommandFailure(
          "No stores answer on ports %d and %d: start ./rampline stores first."
              .formatted(portOffset.ports().dynamoDb(), portOffset.ports().sqs()),
          unreachable);
    }
  }

  private EventLog journal() {
    return json ? EventLog.of(System.out) : new TerminalEventLog(spec.commandLine().getOut());
  }

  private void announce(DevEnvironment stage) {
    ReadyMessage welcome = new ReadyMessage(stage.addresses(), portOffset.value());
    PrintWriter out = spec.commandLine().getOut();
    welcome.announce(out);
    if (Terminal.isOut() && !json) {
      welcome.printNextSteps(out);
    }
  }
}
