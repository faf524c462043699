package dev.rampline.cli.inspect;

import dev.rampline.cli.options.InstallationOptions;
import dev.rampline.cli.options.Version;
import dev.rampline.cli.terminal.CommandFailure;
import dev.rampline.cli.terminal.ShutdownHooks;
import dev.rampline.embedded.PortInUseException;
import dev.rampline.inspector.EventStore;
import dev.rampline.inspector.Inspector;
import dev.rampline.inspector.stack.StackPolicy;
import dev.rampline.inspector.stack.StackSource;
import dev.rampline.operations.stack.StackAccess;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Serves the inspector page of an installation on AWS. */
@Command(
    name = "inspector",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Show the orders and customers of an installation on a page.",
      "With --stack it serves the page on loopback until you stop it. It reads the ledger table,"
          + " the table's stream and the functions' logs, and changes nothing. Do not run more than"
          + " one at a time on a stack: DynamoDB slows down the third reader of a stream, and the"
          + " relay is the first.",
      "Without --stack it prints the address of the page of ./rampline dev."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./rampline inspector",
      "  ./rampline inspector --stack rampline --region eu-central-1",
      "  ./rampline inspector --stack rampline --print-policy"
    })
public final class InspectorCommand implements Callable<Integer> {
  private static final int PORT = 8084;
  private static final Duration LOG_HISTORY = Duration.ofMinutes(5);

  @Spec private CommandSpec spec;
  @Mixin private InstallationOptions installation = new InstallationOptions();

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "With --stack: serve the page on this port (default: " + PORT + ").")
  private @Nullable Integer port;

  @Option(
      names = "--print-policy",
      description =
          "With --stack: print the IAM policy with the permissions that the page needs, as JSON.")
  private boolean printPolicy;

  @Override
  public Integer call() throws InterruptedException {
    Optional<StackAccess> stack = installation.stack();
    if (stack.isEmpty()) {
      printDevAddress();
    } else if (printPolicy) {
      out().println(installation.call(() -> StackPolicy.of(stack.get())).toPrettyString());
    } else {
      serve(stack.get());
    }
    return 0;
  }

  private void printDevAddress() {
    if (port != null || printPolicy) {
      throw new ParameterException(spec.commandLine(), "--port and --print-policy need --stack");
    }
    if (installation.running().isEmpty()) {
      throw new CommandFailure(
          "./rampline dev is not running. Start it, or give its --port-offset, or give --stack.");
    }
    out().println("http://127.0.0.1:" + installation.portOffset().ports().inspector() + "/");
  }

  private void serve(StackAccess stack) throws InterruptedException {
    ShutdownHooks hooks = new ShutdownHooks();
    EventStore store = new EventStore(installation.environment());
    PrintWriter err = spec.commandLine().getErr();
    StackSource source =
        hooks.closeOnExit(
            StackSource.start(
                stack,
                store,
                new StackSource.Settings(
                    true,
                    LOG_HISTORY,
                    installation::explanation,
                    sentence -> print(err, sentence))));
    source.awaitFirstPoll();
    Inspector.Settings settings =
        Inspector.Settings.readOnly(
            store,
            "%s (%s)".formatted(stack.view().name(), installation.environment()),
            installation.arguments(),
            source::problems,
            source.lookup());
    print(out(), "ready inspector " + hooks.closeOnExit(start(settings)).url());
    new CountDownLatch(1).await();
  }

  private Inspector start(Inspector.Settings settings) {
    try {
      return Inspector.start(port == null ? PORT : port, settings);
    } catch (PortInUseException taken) {
      throw new CommandFailure(
          "Port %d is in use. Give another one with --port.".formatted(taken.port()), taken);
    }
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }

  private static void print(PrintWriter writer, String line) {
    writer.println(line);
    writer.flush();
  }
}
