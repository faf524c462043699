package dev.rampline.cli.recover;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampline.adapter.aws.Clients;
import dev.rampline.adapter.configuration.ProviderSettings;
import dev.rampline.cli.options.DurationConverter;
import dev.rampline.cli.options.KeyOptions;
import dev.rampline.cli.options.Version;
import dev.rampline.cli.terminal.JsonLines;
import dev.rampline.cli.terminal.ProgressLine;
import dev.rampline.function.FunctionsModule;
import dev.rampline.function.ReconcileConfiguration;
import dev.rampline.operations.recovery.Recheck;
import dev.rampline.operations.recovery.RecoverySummary;
import dev.rampline.reconcile.ReconciliationReport;
import dev.rampline.time.Deadline;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the reconciliation once. */
@Command(
    name = "reconcile",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Fetch missed updates from the provider.",
      "Runs the reconciliation once and prints the results. On AWS it runs beside the reconcile"
          + " function, which is harmless, with the stack's settings; it needs the permissions of"
          + " this function and a place in SenderArns. On this machine it reads"
          + " RAMPLINE_EXTRA_FIELDS, RAMPLINE_VOCABULARY, RAMPLINE_LEDGER_BUDGET,"
          + " RAMPLINE_PROVIDER_AUTH, RAMPLINE_PROVIDER_RATE, RAMPLINE_RECONCILE_OVERLAP and"
          + " RAMPLINE_RECONCILE_LOOKBACK.",
      "With --recheck-since it first schedules a check of every record that was written since then,"
          + " also of closed orders: after a key has leaked, its events are compared with the"
          + " provider. On AWS it then only schedules the checks, and the reconcile function"
          + " makes them within its rate. It names what it leaves out, because the API cannot answer it.",
      "Exits 0 if everything that the API can answer was checked or scheduled, 1 if not, 2 if the arguments are invalid."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./rampline reconcile",
      "  ./rampline reconcile --for 10s --json",
      "  ./rampline reconcile --stack rampline",
      "  ./rampline reconcile --recheck-since 2026-11-21T08:00:00Z --stack rampline"
    })
public final class ReconcileCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private KeyOptions keys = new KeyOptions();
  @Mixin private RecoveryOptions recovery = new RecoveryOptions();

  @Option(
      names = "--recheck-since",
      paramLabel = "TIME",
      description = "Check all records written since this time (ISO 8601, in UTC).")
  private @Nullable Instant recheckSince;

  @Option(
      names = "--provider",
      paramLabel = "URL",
      description =
          "Use this base URL of the API, before /api/v2 (default: that of the stack, or"
              + " RAMPLINE_PROVIDER_URL of this command or of the running dev).")
  private @Nullable URI provider;

  @Option(
      names = "--for",
      paramLabel = "DURATION",
      defaultValue = "1m",
      converter = DurationConverter.class,
      description = "Stop after this time, such as 30s (default: ${DEFAULT-VALUE}).")
  private Duration budget = Duration.ofMinutes(1);

  @Override
  public Integer call() {
    Instant since = recheckSince;
    if (since == null) {
      return reconcile();
    }
    int scheduled = scheduleSince(since);
    return recovery.installation().isStack() ? scheduled : Math.max(scheduled, reconcile());
  }

  private int scheduleSince(Instant since) {
    return recovery.run(
        (clients, options) -> {
          RecoverySummary summary = new Recheck(clients, options).scheduleSince(since);
          ObjectNode object = JsonLines.object();
          summary.leftOut().forEach(object.putArray("leftOut")::add);
          return () -> recovery.print(summary, "scheduled", object);
        });
  }

  private int reconcile() {
    ReconciliationReport report = recovery.installation().withFunctions(keys, this::report);
    new ReconcileReportPrinter(spec.commandLine().getOut()).print(report, recovery.json());
    return report.failures().isStopped() ? 1 : 0;
  }

  private ReconciliationReport report(Clients clients, Map<String, String> variables) {
    Map<String, String> environment = new HashMap<>(variables);
    if (provider != null) {
      environment.put(ProviderSettings.URL, provider.toString());
    }
    InstantSource clock = InstantSource.system();
    try (ProgressLine _ = ProgressLine.of("Reading the provider's API")) {
      return new FunctionsModule(clients, line -> {}, clock)
          .reconciliation(ReconcileConfiguration.of(environment))
          .reconciliation()
          .run(Deadline.after(budget, clock));
    }
  }
}
