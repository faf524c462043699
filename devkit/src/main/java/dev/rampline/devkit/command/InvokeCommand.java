package dev.rampline.devkit.command;

import dev.rampline.devkit.emulator.ProviderKeys;
import dev.rampline.devkit.invoke.Invocation;
import dev.rampline.devkit.invoke.LocalInvoke;
import dev.rampline.devkit.invoke.PackagedFunction;
import dev.rampline.devkit.samples.EventCatalog;
import dev.rampline.devkit.stack.DevKeys;
import dev.rampline.devkit.stack.FunctionEnvironment;
import dev.rampline.devkit.stack.Ports;
import dev.rampline.devkit.stack.RunningDev;
import dev.rampline.devkit.stack.Stores;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Invokes a packaged function as Lambda would. */
@Command(
    name = "invoke",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Invoke a function of the package with an event, as Lambda would: by Lambda's own runtime"
          + " interface client, in a process of its own. Linux only, as that client is.",
      "It works on the stores of a running ./rampline dev, or else on stores of its own that end"
          + " with it. Without keys given it knows those of events/. Exits 1 if the function fails;"
          + " an answer such as 401 is none."
    })
final class InvokeCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private KeyOptions keys = new KeyOptions();
  @Mixin private PortOffset portOffset = new PortOffset();

  @Parameters(paramLabel = "FILE", description = "The event's file; - is standard input.")
  private String file = "-";

  @Option(
      names = "--function",
      paramLabel = "NAME",
      defaultValue = "webhook",
      description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private PackagedFunction function = PackagedFunction.WEBHOOK;

  @Option(
      names = "--snapstart",
      description =
          "Begin as with SnapStart: do before the event what is done around a snapshot, and tell"
              + " the time before and after it. (None is taken.)")
  private boolean snapshot;

  @Override
  public Integer call() throws InterruptedException {
    byte[] event = Input.read(file);
    Path zip = Home.path().resolve("functions/target/functions-lambda.zip");
    if (!Files.exists(zip)) {
      throw new CommandFailure("There is no package: mvn -DskipTests package makes it.");
    }
    Optional<RunningDev> running = RunningDev.find(Home.path(), portOffset.value());
    try (Stores stores =
        running.isPresent() ? Stores.external(portOffset.ports()) : Stores.embedded(Ports.FREE)) {
      PrintWriter out = spec.commandLine().getOut();
      Invocation invocation = invoke(zip, environment(stores, running), event, out);
      print(invocation, out);
      return invocation.failed() ? 1 : 0;
    }
  }

  private Invocation invoke(
      Path zip, Map<String, String> environment, byte[] event, PrintWriter out)
      throws InterruptedException {
    try {
      return new LocalInvoke(zip, environment, snapshot, line -> out.printf("log       %s%n", line))
          .invoke(function, event);
    } catch (IOException failure) {
      throw new CommandFailure(failure.getMessage() + ".", failure);
    }
  }

  private Map<String, String> environment(Stores stores, Optional<RunningDev> running) {
    DevKeys used = keys.given().orElseGet(InvokeCommand::keysOfTheEvents);
    return FunctionEnvironment.of(Surroundings.of(portOffset.ports(), running), stores, used);
  }

  private static DevKeys keysOfTheEvents() {
    ProviderKeys published = EventCatalog.keys();
    return DevKeys.signing(
        List.of(published.accessToken()),
        List.of(Objects.requireNonNull(published.webhookSecret())));
  }

  private static void print(Invocation invocation, PrintWriter out) {
    out.printf(
        "%s    %s%n", invocation.failed() ? "error " : "answer", invocation.answer().strip());
    out.printf("init      %d ms%n", invocation.init().toMillis());
    if (invocation.restore() != null) {
      out.printf("restore   %d ms%n", invocation.restore().toMillis());
    }
    out.printf("duration  %d ms%n", invocation.duration().toMillis());
  }
}
