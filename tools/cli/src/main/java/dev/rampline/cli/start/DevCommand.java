package dev.rampline.cli.start;

import dev.rampline.adapter.telemetry.EventLog;
import dev.rampline.cli.options.FaultOptions;
import dev.rampline.cli.options.KeyOptions;
import dev.rampline.cli.options.PortOffset;
import dev.rampline.cli.options.ProjectHome;
import dev.rampline.cli.options.Version;
import dev.rampline.cli.terminal.CommandFailure;
import dev.rampline.cli.terminal.ProgressLine;
import dev.rampline.cli.terminal.ShutdownHooks;
import dev.rampline.cli.terminal.Terminal;
import dev.rampline.devstack.DevKeys;
import dev.rampline.devstack.DevStack;
import dev.rampline.devstack.RunningDevStack;
import dev.rampline.emulator.ApiFaultInjector;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import software.amazon.awssdk.core.exception.SdkClientException;

/** Runs the whole system on this machine until it is stopped. */
@Command(
    name = "dev",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Run the whole system on this machine with an inspector page.",
      "Runs the receiver, the relay, the subscriber, their stores, the emulated provider and the"
          + " inspector on loopback until you stop it. It sends no events by itself: use trigger."
          + " Receive the messages from the events queue with your own consumer. Without"
          + " --keys or RAMPLINE_KEYS it creates keys for this run and prints them."
          + " It reconciles with the"
          + " provider's API once a minute.",
      "It reads RAMPLINE_EXTRA_FIELDS, RAMPLINE_VOCABULARY, RAMPLINE_CLOCK_LEEWAY,"
          + " RAMPLINE_LEDGER_BUDGET,"
          + " RAMPLINE_API_KEY, and every variable that begins with RAMPLINE_PROVIDER_,"
          + " RAMPLINE_RECONCILE_ or RAMPLINE_SOCKET_."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./rampline dev",
      "  ./rampline dev --port-offset 100 --fault api.reject=20",
      "  ./rampline dev --external-stores --no-subscriber"
    })
public final class DevCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private KeyOptions keys = new KeyOptions();
  @Mixin private PortOffset portOffset = new PortOffset();

  @Option(
      names = "--external-stores",
      description = "Use the stores of ./rampline stores, and leave them running.")
  private boolean externalStores;

  @Option(
      names = "--no-provider",
      description = "Do not run the emulated provider: see the command provider.")
  private boolean withoutProvider;

  @Option(
      names = "--no-subscriber",
      description = "Do not run the subscriber: see the command subscriber.")
  private boolean withoutSubscriber;

  @Mixin private FaultOptions faults = new FaultOptions();

  @Option(
      names = "--seed",
      defaultValue = "1",
      paramLabel = "N",
      description = "Use this seed for random faults (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--json",
      description = "Print log entries as JSON, as the deployed functions write them.")
  private boolean json;

  @Override
  public Integer call() throws InterruptedException {
    Optional<DevKeys> given = keys.given();
    DevKeys used = given.orElseGet(DevKeys::random);
    Path state = ProjectHome.createState();
    ShutdownHooks hooks = new ShutdownHooks();
    DevEnvironment environment = hooks.closeOnExit(start(used));
    String providerUrl = environment.providerUrl();
    RunningDevStack running =
        new RunningDevStack(
            ProcessHandle.current().pid(),
            environment.stack().webhookUrl(),
            used,
            providerUrl == null ? null : URI.create(providerUrl));
    hooks.closeOnExit(running.writeFile(state, portOffset.value()));
    if (given.isEmpty()) {
      print(used);
    }
    announce(environment);
    new CountDownLatch(1).await();
    return 0;
  }

  private void print(DevKeys generated) {
    PrintWriter out = spec.commandLine().getOut();
    generated.accessTokens().forEach(token -> out.println("access token    " + token));
    generated.webhookSecrets().forEach(secret -> out.println("webhook secret  " + secret));
    out.println("api key         " + generated.api().apiKey());
  }

  private DevEnvironment start(DevKeys used) {
    DevStack.Settings settings =
        new DevStack.Settings(
            portOffset.ports(), externalStores, used, ForwardedVariables.read(), eventLog());
    ApiFaultInjector faultInjector = new ApiFaultInjector(faults.faults().api(), seed);
    try (ProgressLine _ = ProgressLine.of("Starting all components")) {
      return DevEnvironment.start(
          new DevEnvironment.Options(
              settings, !withoutProvider, faultInjector, !withoutSubscriber));
    } catch (SdkClientException unreachable) {
      throw new CommandFailure(
          "Cannot connect to the stores on ports %d and %d. Start `./rampline stores` first."
              .formatted(portOffset.ports().dynamoDb(), portOffset.ports().sqs()),
          unreachable);
    }
  }

  private EventLog eventLog() {
    return json ? EventLog.of(System.out) : new TerminalEventLog(spec.commandLine().getOut());
  }

  private void announce(DevEnvironment environment) {
    ReadyMessage message =
        new ReadyMessage(environment.addresses(), portOffset.ports().commandOption());
    PrintWriter out = spec.commandLine().getOut();
    if (Terminal.isOut() && !json) {
      message.printForTerminal(out);
    } else {
      message.announce(out);
    }
  }
}
