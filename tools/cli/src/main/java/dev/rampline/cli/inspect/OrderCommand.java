package dev.rampline.cli.inspect;

import dev.rampline.cli.options.InstallationOptions;
import dev.rampline.cli.options.KeyOptions;
import dev.rampline.cli.options.SubjectConverter;
import dev.rampline.cli.options.Version;
import dev.rampline.cli.terminal.CommandFailure;
import dev.rampline.cli.terminal.JsonLines;
import dev.rampline.cli.terminal.ProgressLine;
import dev.rampline.event.Subject;
import dev.rampline.ledger.UnreadableRecordException;
import dev.rampline.operations.lookup.LookupOutcome;
import dev.rampline.operations.lookup.SubjectLookup;
import dev.rampline.operations.lookup.SubjectReport;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Looks up an order or a customer. */
@Command(
    name = "order",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Look up an order or a customer, and compare the provider.",
      "Reads the ledger, the provider's API and the queues, and changes nothing. The first line"
          + " says what is known. Then come the events, the fields, and what waits in queues. All"
          + " times are in UTC. docs/lookup.md explains the output.",
      "Exits 0 if the ledger and the provider agree, or there is no provider to ask; 1 if the"
          + " ledger has no record or the provider does not answer; 2 if the arguments are invalid;"
          + " 3 if they differ or a conflict is open.",
      "On this machine it reads RAMPLINE_PROVIDER_URL and RAMPLINE_PROVIDER_AUTH."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./rampline order OZZOBiT-order-abc",
      "  ./rampline order order-7 --stack rampline --profile production",
      "  ./rampline order kyc/customer/customer-42 --json",
      "  ./rampline order kyc/customer/customer-42 --log-id"
    })
public final class OrderCommand implements Callable<Integer> {
  private static final String HASH = "/sha256:";

  @Spec private CommandSpec spec;
  @Mixin private KeyOptions keys = new KeyOptions();
  @Mixin private InstallationOptions installation = new InstallationOptions();

  private String id = "";

  @Parameters(
      paramLabel = "ID",
      description =
          "The provider's or the partner's id of an order, an id of a customer, or a subject:"
              + " order/ID, kyc/customer/ID, kyc/partner-user/ID or kyc/user/ID.")
  void setId(String text) {
    if (text.isBlank()) {
      throw new ParameterException(spec.commandLine(), "ID must not be blank");
    }
    id = text.strip();
  }

  @Option(
      names = "--log-id",
      description = "Print only the subject under which log entries name the order or customer.")
  private boolean printsLogId;

  @Option(names = "--json", description = "Print one line of JSON for each subject.")
  private boolean json;

  @Override
  public Integer call() {
    Optional<Subject> subject = subject();
    if (printsLogId) {
      printLogId(subject.orElseGet(() -> Subject.order(id)));
      return 0;
    }
    if (id.contains(HASH)) {
      throw new CommandFailure(
          "%s is the hash that log entries contain instead of an id. Give the id itself."
              .formatted(id));
    }
    List<SubjectReport> reports = reports(subject);
    print(reports, subject.isEmpty());
    return reports.stream().mapToInt(report -> exitCode(report.outcome())).max().orElse(1);
  }

  private void printLogId(Subject subject) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      JsonLines.print(out, JsonLines.object().put("logId", subject.logId()));
    } else {
      out.println(subject.logId());
    }
    out.flush();
  }

  /** Returns the subject that the argument states; empty for an id. */
  private Optional<Subject> subject() {
    try {
      return id.startsWith("order/") || id.startsWith("kyc/")
          ? Optional.of(new SubjectConverter().convert(id))
          : Optional.empty();
    } catch (TypeConversionException invalid) {
      throw new ParameterException(spec.commandLine(), invalid.getMessage(), invalid);
    }
  }

  private List<SubjectReport> reports(Optional<Subject> subject) {
    try (ProgressLine _ = ProgressLine.of("Reading the ledger and the provider's API")) {
      return installation.withStores(
          stores ->
              installation.withFunctions(
                  keys,
                  (clients, variables) -> {
                    SubjectLookup lookup = new SubjectLookup(stores, clients, variables);
                    return subject.map(lookup::find).orElseGet(() -> lookup.find(id));
                  }));
    } catch (UnreadableRecordException newer) {
      throw new CommandFailure(
          "A newer version of Rampline wrote this record. Run the command with that version.",
          newer);
    }
  }

  private void print(List<SubjectReport> reports, boolean isId) {
    PrintWriter out = spec.commandLine().getOut();
    Instant now = Instant.now();
    if (json) {
      reports.forEach(report -> JsonLines.print(out, SubjectJson.of(report, now)));
      return;
    }
    if (reports.size() > 1) {
      out.printf(
          "%s is the id of %d subjects: %s.%n%n",
          id,
          reports.size(),
          reports.stream()
              .map(report -> report.subject().text())
              .collect(Collectors.joining(", ")));
    }
    out.println(
        reports.stream()
            .map(
                report ->
                    String.join(
                        "\n", new SubjectText(report, now, installation.arguments()).lines()))
            .collect(Collectors.joining("\n\n")));
    if (isId && reports.stream().allMatch(report -> report.outcome() == LookupOutcome.NOT_FOUND)) {
      out.println();
      out.println(
          "Looked for an order with this id of the provider or the partner, and for a customer.");
    }
    out.flush();
  }

  private static int exitCode(LookupOutcome outcome) {
    return switch (outcome) {
      case AGREES, NOT_COMPARED -> 0;
      case NO_ANSWER, ERASED, NOT_FOUND -> 1;
      case DIFFERS -> 3;
    };
  }
}
