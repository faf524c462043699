package dev.rampline.cli.components;

import dev.rampline.cli.options.CommandVariables;
import dev.rampline.cli.options.EnumNames;
import dev.rampline.cli.options.Input;
import dev.rampline.cli.options.KeyOptions;
import dev.rampline.cli.options.PortOffset;
import dev.rampline.cli.options.ProjectHome;
import dev.rampline.cli.options.Version;
import dev.rampline.cli.terminal.CommandFailure;
import dev.rampline.cli.terminal.ProgressLine;
import dev.rampline.devstack.DevKeys;
import dev.rampline.devstack.FunctionEnvironment;
import dev.rampline.devstack.LocalStores;
import dev.rampline.devstack.Ports;
import dev.rampline.devstack.RunningDevStack;
import dev.rampline.emulator.ProviderKeys;
import dev.rampline.invoke.InvocationResult;
import dev.rampline.invoke.LocalInvoker;
import dev.rampline.invoke.PackagedFunction;
import dev.rampline.samples.EventCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Invokes a packaged function as Lambda does. */
@Command(
    name = "invoke",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Invoke a packaged function with an event, as Lambda does.",
      "Runs the function in a separate process with Lambda's runtime interface client, which needs"
          + " Linux. Uses the stores of a running ./rampline dev, or else temporary stores. Without"
          + " --keys or RAMPLINE_KEYS it uses events/keys.json."
          + " Exits 1 if the function fails; a response"
          + " such as 401 is not a failure."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./rampline invoke events/gateway/order-completed.jwt.json",
      "  ./rampline invoke events/stream/order-failed.json --function relay --json"
    })
public final class InvokeCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private KeyOptions keys = new KeyOptions();
  @Mixin private PortOffset portOffset = new PortOffset();

  @Parameters(
      paramLabel = "FILE",
      description = "Read the event from this file; - is standard input.")
  private String file = "-";

  @Option(
      names = "--function",
      paramLabel = "FUNCTION",
      completionCandidates = EnumNames.Functions.class,
      defaultValue = "webhook",
      description = "Invoke ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private PackagedFunction function = PackagedFunction.WEBHOOK;

  @Option(
      names = "--snapstart",
      description =
          "Run the SnapStart hooks before the event, and print their times. No snapshot is"
              + " taken.")
  private boolean snapshot;

  @Option(names = "--json", description = "Print the result as one line of JSON.")
  private boolean json;

  @Override
  public Integer call() throws InterruptedException {
    byte[] event = Input.read(file);
    Path zip = functionPackage();
    Optional<RunningDevStack> running =
        RunningDevStack.find(ProjectHome.state(), portOffset.value());
    List<String> log = new CopyOnWriteArrayList<>();
    InvocationResult invocation;
    try (ProgressLine _ = ProgressLine.of("Invoking the function");
        LocalStores stores =
            running.isPresent()
                ? LocalStores.external(portOffset.ports())
                : LocalStores.embedded(Ports.ANY_FREE)) {
      invocation = invoke(zip, environment(stores, running), event, log);
    }
    new InvocationReport(spec.commandLine().getOut(), json).print(invocation, log);
    return invocation.failed() ? 1 : 0;
  }

  /** The package of the release, or else the one that Maven has built. */
  private static Path functionPackage() {
    return Stream.of("lib/functions-lambda.zip", "functions/target/functions-lambda.zip")
        .map(ProjectHome.path()::resolve)
        .filter(Files::exists)
        .findFirst()
        .orElseThrow(
            () ->
                new CommandFailure(
                    "The function package is missing. Run `mvn -DskipTests package` first."));
  }

  private InvocationResult invoke(
      Path zip, Map<String, String> environment, byte[] event, List<String> log)
      throws InterruptedException {
    try {
      return new LocalInvoker(zip, environment, snapshot, log::add).invoke(function, event);
    } catch (IOException failure) {
      String text = failure.getMessage() + ".";
      throw new CommandFailure(
          Stream.concat(log.stream(), Stream.of(text)).collect(Collectors.joining("\n")), failure);
    }
  }

  private Map<String, String> environment(LocalStores stores, Optional<RunningDevStack> running) {
    DevKeys used = keys.given().orElseGet(InvokeCommand::sampleKeys);
    return FunctionEnvironment.of(CommandVariables.of(portOffset.ports(), running), stores, used);
  }

  private static DevKeys sampleKeys() {
    ProviderKeys published = EventCatalog.keys();
    return DevKeys.withSigningKeys(
        List.of(published.accessToken()),
        List.of(Objects.requireNonNull(published.webhookSecret())));
  }
}
