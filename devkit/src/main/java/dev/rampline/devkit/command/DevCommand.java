package dev.rampline.devkit.command;

import dev.rampline.adapter.telemetry.Journal;
import dev.rampline.devkit.stack.DevKeys;
import dev.rampline.devkit.stack.RunningDev;
import dev.rampline.devkit.stack.Stack;
import java.io.PrintWriter;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
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
      "Run the receiver, the relay and their stores on loopback, until ended.",
      "It sends nothing by itself: see trigger. The messages in the events queue are yours to"
          + " receive. With no key given it makes keys for this run and prints them.",
      "RAMPLINE_EXTRA_FIELDS, RAMPLINE_CLOCK_LEEWAY and RAMPLINE_LEDGER_BUDGET are honoured."
          + " RAMPLINE_PROVIDER_URL is where reconcile asks then."
    })
final class DevCommand implements Callable<Integer> {
  private static final List<String> HONOURED =
      List.of("RAMPLINE_EXTRA_FIELDS", "RAMPLINE_CLOCK_LEEWAY", "RAMPLINE_LEDGER_BUDGET");

  @Spec private CommandSpec spec;
  @Mixin private KeyOptions keys = new KeyOptions();
  @Mixin private PortOffset portOffset = new PortOffset();

  @Option(
      names = "--external-stores",
      description = "Use the stores of ./rampline stores, and leave them running.")
  private boolean externalStores;

  @Option(
      names = "--json",
      description = "Print each event as the deployed function logs it, not as a line to read.")
  private boolean json;

  @Override
  public Integer call() throws InterruptedException {
    Optional<DevKeys> given = keys.given();
    DevKeys used = given.orElseGet(DevKeys::random);
    Ending ending = new Ending();
    Stack stack = start(used);
    RunningDev running =
        new RunningDev(
            ProcessHandle.current().pid(), stack.webhookUrl(), used, providerUrl().orElse(null));
    AutoCloseable announced = running.announce(Home.path(), portOffset.value());
    ending.with(stack);
    ending.with(announced);
    if (given.isEmpty()) {
      print(used);
    }
    announce(stack);
    new CountDownLatch(1).await();
    return 0;
  }

  private void print(DevKeys made) {
    PrintWriter out = spec.commandLine().getOut();
    made.accessTokens().forEach(token -> out.println("access token    " + token));
    made.webhookSecrets().forEach(secret -> out.println("webhook secret  " + secret));
  }

  private Stack start(DevKeys used) {
    try {
      return Stack.start(
          new Stack.Settings(
              portOffset.ports(), externalStores, used, honouredVariables(), journal()));
    } catch (SdkClientException unreachable) {
      throw new CommandFailure(
          "No stores answer on ports %d and %d: start ./rampline stores first."
              .formatted(portOffset.ports().dynamoDb(), portOffset.ports().sqs()),
          unreachable);
    }
  }

  private Journal journal() {
    return json ? Journal.on(System.out) : new TerminalJournal(spec.commandLine().getOut());
  }

  private static Optional<URI> providerUrl() {
    return Optional.ofNullable(System.getenv("RAMPLINE_PROVIDER_URL"))
        .filter(text -> !text.isBlank())
        .map(URI::create);
  }

  private static Map<String, String> honouredVariables() {
    return System.getenv().entrySet().stream()
        .filter(variable -> HONOURED.contains(variable.getKey()))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private void announce(Stack stack) {
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        "ready receiver %s dynamodb %s sqs %s%n",
        stack.webhookUrl(), stack.stores().dynamoDb(), stack.stores().sqs());
    out.flush();
  }
}
