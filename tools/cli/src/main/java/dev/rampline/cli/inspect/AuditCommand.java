package dev.rampline.cli.inspect;

import dev.rampline.cli.options.InstallationOptions;
import dev.rampline.cli.options.KeyOptions;
import dev.rampline.cli.options.Version;
import dev.rampline.cli.terminal.CommandFailure;
import dev.rampline.cli.terminal.ProgressLine;
import dev.rampline.operations.audit.AuditScope;
import dev.rampline.operations.audit.AuditStage;
import dev.rampline.operations.audit.AuditSummary;
import dev.rampline.operations.audit.InstallationAudit;
import dev.rampline.operations.audit.OrderFile;
import dev.rampline.operations.audit.OrderFileException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Compares a file with the ledger and the provider. */
@Command(
    name = "audit",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Compare your own orders with the ledger and the provider.",
      "FILE is CSV with a header. It needs a column orderId (the provider's), partnerOrderId (yours)"
          + " or id (either), and may have state, fiatAmount, fiatCurrency, cryptoAmount,"
          + " cryptoCurrency and paidOut (true or false). Other columns are ignored. docs/audit.md"
          + " explains the columns and the differences.",
      "Without --since and --until, the file must contain the orders that were created between its"
          + " first and its last. The command changes nothing.",
      "Exits 0 if there is no difference, 1 if there is one or the provider's list could not be read,"
          + " 2 if the file or the arguments are invalid."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./rampline audit events/orders.csv",
      "  ./rampline audit may.csv --stack rampline --since 2026-05-01T00:00:00Z",
      "  ./rampline audit orders.csv --csv | grep missing-in-file"
    })
public final class AuditCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private KeyOptions keys = new KeyOptions();
  @Mixin private InstallationOptions installation = new InstallationOptions();

  @Parameters(paramLabel = "FILE", description = "Compare the orders of this CSV file.")
  private Path file = Path.of("");

  @Option(
      names = "--since",
      paramLabel = "TIME",
      description =
          "Report orders that were created since this time (ISO 8601, in UTC) and are not in the file."
              + " Read the provider's list back to it only.")
  private @Nullable Instant since;

  @Option(
      names = "--until",
      paramLabel = "TIME",
      description =
          "Report orders that were created until this time and are not in the file (default with"
              + " --since: now).")
  private @Nullable Instant until;

  @Option(names = "--no-provider", description = "Do not read the provider's list.")
  private boolean ledgerOnly;

  @ArgGroup private Format format = new Format();

  /** The format of the output: at most one of these options. */
  static final class Format {
    @Option(names = "--csv", description = "Print CSV.")
    private boolean csv;

    @Option(
        names = "--json",
        description = "Print one line of JSON for each difference, and one for the summary.")
    private boolean json;
  }

  /** How many orders were read in a stage. */
  private record Progress(AuditStage stage, long count) {
    String text() {
      return switch (stage) {
        case FILE -> "Reading the file: %d rows".formatted(count);
        case LEDGER -> "Reading the ledger: %d orders".formatted(count);
        case PROVIDER -> "Reading the provider's list: %d orders".formatted(count);
        case COMPARISON -> "Comparing";
      };
    }
  }

  @Override
  public Integer call() {
    if (since != null && until != null && until.isBefore(since)) {
      throw new ParameterException(spec.commandLine(), "--until is before --since");
    }
    try {
      OrderFile orders = new OrderFile(file);
      orders.check();
      AuditPrinter printer = printer();
      AuditSummary summary = run(orders, printer);
      printer.print(summary);
      return summary.isClean() ? 0 : 1;
    } catch (OrderFileException invalid) {
      throw new ParameterException(
          spec.commandLine(), "%s: %s".formatted(file, invalid.getMessage()), invalid);
    } catch (UncheckedIOException full) {
      throw new CommandFailure(
          "Cannot write temporary files to %s: %s."
              .formatted(System.getProperty("java.io.tmpdir"), full.getMessage()),
          full);
    }
  }

  private AuditSummary run(OrderFile orders, AuditPrinter printer) {
    AtomicReference<Progress> progress = new AtomicReference<>(new Progress(AuditStage.FILE, 0));
    AuditScope scope = new AuditScope(since, until, !ledgerOnly);
    ProgressLine line = ProgressLine.of(() -> progress.get().text());
    try {
      return installation.withFunctions(
          keys,
          (clients, variables) ->
              new InstallationAudit(clients, variables)
                  .run(
                      orders,
                      scope,
                      finding -> {
                        // The rows and the progress would share lines of the terminal.
                        line.close();
                        printer.print(finding);
                      },
                      (stage, count) -> progress.set(new Progress(stage, count))));
    } finally {
      line.close();
    }
  }

  private AuditPrinter printer() {
    PrintWriter out = spec.commandLine().getOut();
    if (format.csv) {
      return new AuditCsv(out, spec.commandLine().getErr());
    }
    return format.json ? new AuditJson(out) : new AuditTable(out);
  }
}
