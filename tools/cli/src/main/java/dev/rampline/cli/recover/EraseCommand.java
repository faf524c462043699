package dev.rampline.cli.recover;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampline.adapter.dynamodb.DynamoDbLedger;
import dev.rampline.cli.options.InstallationOptions;
import dev.rampline.cli.options.SubjectConverter;
import dev.rampline.cli.options.Version;
import dev.rampline.cli.terminal.CommandFailure;
import dev.rampline.cli.terminal.JsonLines;
import dev.rampline.cli.terminal.KeyValuePrinter;
import dev.rampline.erasure.Erasure;
import dev.rampline.erasure.ErasureResult;
import dev.rampline.event.Subject;
import dev.rampline.ledger.Ledger;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.ledger.Tombstone;
import dev.rampline.ledger.UnreadableRecordException;
import dev.rampline.operations.recovery.StoreClients;
import dev.rampline.time.Deadline;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Permanently erases a subject's data. */
@Command(
    name = "erase",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Permanently erase a subject's data.",
      "Replaces the subject's record with a tombstone: the subject, its version and the time of the"
          + " erasure. Rampline then drops later events about the subject and sends no more"
          + " messages about it.",
      "On AWS it erases nothing without --yes: it only shows the record. First deploy code that"
          + " supports tombstones to every function. docs/runbook.md lists the copies that remain"
          + " and how long they are kept.",
      "Exits 0 if the subject is erased, even if it already was; 1 if it is not, for example"
          + " because the ledger has no record of it; 2 if the arguments are invalid."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./rampline erase order/OZZOBiT-order-abc",
      "  ./rampline erase kyc/customer/customer-42 --stack rampline --yes"
    })
public final class EraseCommand implements Callable<Integer> {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  @Spec private CommandSpec spec;
  @Mixin private InstallationOptions installation = new InstallationOptions();

  @Parameters(
      paramLabel = "SUBJECT",
      converter = SubjectConverter.class,
      description =
          "Erase this subject: order/ID, kyc/customer/ID, kyc/partner-user/ID or kyc/user/ID.")
  private @Nullable Subject subject;

  @Option(names = "--yes", description = "Confirm the erasure on AWS.")
  private boolean confirmed;

  @Option(names = "--json", description = "Print one line of JSON.")
  private boolean json;

  @Override
  public Integer call() {
    Subject selected = Objects.requireNonNull(subject, "subject");
    try {
      return installation.withStores(
          clients ->
              confirmed || !installation.isStack()
                  ? erase(selected, clients)
                  : preview(selected, clients));
    } catch (UnreadableRecordException newer) {
      throw new CommandFailure(
          "A newer version of Rampline wrote this record. Run the command with that version.",
          newer);
    }
  }

  private int erase(Subject selected, StoreClients clients) {
    Erasure erasure = new Erasure(ledger(clients), InstantSource.system());
    return switch (erasure.erase(selected, deadline())) {
      case ErasureResult.Erased(Tombstone tombstone, var aliases) ->
          print(0, outcome("erased", aliases), tombstone);
      case ErasureResult.AlreadyErased(Tombstone tombstone) ->
          print(0, "already erased", tombstone);
      case ErasureResult.Unknown() -> unknown(selected);
    };
  }

  private static String outcome(String outcome, List<Subject> aliases) {
    return aliases.isEmpty()
        ? outcome
        : outcome
            + " with "
            + aliases.stream().map(Subject::text).sorted().collect(Collectors.joining(", "));
  }

  private int preview(Subject selected, StoreClients clients) {
    return switch (ledger(clients)
        .read(selected, Ledger.Consistency.STRONG, deadline())
        .orElse(null)) {
      case null -> unknown(selected);
      case Tombstone tombstone -> print(0, "already erased", tombstone);
      case LedgerRecord record -> {
        int code =
            print(
                1,
                outcome(selected, "not erased")
                    .put("state", record.state().text())
                    .put("version", record.version())
                    .put("updatedAt", record.revision().updatedAt().toString()));
        PrintWriter err = spec.commandLine().getErr();
        err.println("An erasure cannot be undone. Add --yes to erase.");
        err.flush();
        yield code;
      }
    };
  }

  private int unknown(Subject selected) {
    return print(1, outcome(selected, "unknown: the ledger has no record of it"));
  }

  private int print(int code, String outcome, Tombstone tombstone) {
    return print(
        code,
        outcome(tombstone.subject(), outcome)
            .put("version", tombstone.version())
            .put("erasedAt", tombstone.revision().updatedAt().toString()));
  }

  private int print(int code, ObjectNode outcome) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      JsonLines.print(out, outcome);
    } else {
      new KeyValuePrinter(out).print(outcome);
    }
    return code;
  }

  private static ObjectNode outcome(Subject subject, String outcome) {
    return JsonLines.object().put("subject", subject.text()).put("outcome", outcome);
  }

  private static Ledger ledger(StoreClients clients) {
    return new DynamoDbLedger(clients.tables(), clients.table());
  }

  private static Deadline deadline() {
    return Deadline.after(TIMEOUT, InstantSource.system());
  }
}
