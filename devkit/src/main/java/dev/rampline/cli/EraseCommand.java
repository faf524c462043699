package dev.rampline.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampline.adapter.dynamodb.DynamoDbLedger;
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
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Forgets a subject for good. */
@Command(
    name = "forget",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Erase what the ledger has of a subject, for good.",
      "What stays is a tombstone: the subject, its"
          + " version, and when it was forgotten. Whatever is told of it later is dropped, and"
          + " nothing is sent of it any more.",
      "On AWS nothing is erased without --yes: it tells what would be. Deploy code that knows"
          + " tombstones to every function first; docs/runbook.md says where copies are, and for how"
          + " long.",
      "Exits 0 if it is forgotten, even if it was before; 1 if it is not, as where the ledger has"
          + " nothing of it; 2 if the command line makes no sense."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./rampline forget order/OZZOBiT-order-abc",
      "  ./rampline forget kyc/customer/customer-42 --aws --region eu-central-1 --yes"
    })
final class EraseCommand implements Callable<Integer> {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  @Spec private CommandSpec spec;
  @Mixin private LedgerTargetOptions target = new LedgerTargetOptions();

  @Parameters(
      paramLabel = "SUBJECT",
      converter = SubjectConverter.class,
      description = "order/ID, kyc/customer/ID, kyc/partner-user/ID or kyc/user/ID.")
  private @Nullable Subject subject;

  @Option(names = "--yes", description = "Erase on AWS too.")
  private boolean confirmed;

  @Option(names = "--json", description = "Print one line of JSON.")
  private boolean json;

  @Override
  public Integer call() {
    Subject one = Objects.requireNonNull(subject, "subject");
    try {
      return target.apply(
          site -> confirmed || !target.isAws() ? erase(one, site) : preview(one, site));
    } catch (UnreadableRecordException newer) {
      throw new CommandFailure(
          "Only newer code can read what the ledger has of it: use the version that wrote it.",
          newer);
    }
  }

  private int erase(Subject one, StoreClients site) {
    Erasure erasure = new Erasure(ledger(site), InstantSource.system());
    return switch (erasure.erase(one, deadline())) {
      case ErasureResult.Erased(Tombstone tombstone) -> print(0, "erased", tombstone);
      case ErasureResult.AlreadyErased(Tombstone tombstone) ->
          print(0, "already erased", tombstone);
      case ErasureResult.Unknown() -> unknown(one);
    };
  }

  private int preview(Subject one, StoreClients site) {
    return switch (ledger(site).read(one, Ledger.Consistency.STRONG, deadline()).orElse(null)) {
      case null -> unknown(one);
      case Tombstone tombstone -> print(0, "already erased", tombstone);
      case LedgerRecord record -> {
        int code =
            print(
                1,
                outcome(one, "not erased")
                    .put("state", record.state().text())
                    .put("version", record.version())
                    .put("updatedAt", record.revision().updatedAt().toString()));
        PrintWriter err = spec.commandLine().getErr();
        err.println("It cannot be undone. --yes erases it.");
        err.flush();
        yield code;
      }
    };
  }

  private int unknown(Subject one) {
    return print(1, outcome(one, "unknown: the ledger has nothing of it"));
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

  private static Ledger ledger(StoreClients site) {
    return new DynamoDbLedger(site.tables(), site.table());
  }

  private static Deadline deadline() {
    return Deadline.after(TIMEOUT, InstantSource.system());
  }
}
