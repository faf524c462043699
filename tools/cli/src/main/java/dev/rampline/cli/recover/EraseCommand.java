package dev.rampline.cli.recover;

import dev.rampline.cli.options.InstallationOptions;
import dev.rampline.cli.options.SubjectConverter;
import dev.rampline.cli.options.Version;
import dev.rampline.cli.terminal.CommandFailure;
import dev.rampline.erasure.Erasure;
import dev.rampline.erasure.ErasureResult;
import dev.rampline.event.Subject;
import dev.rampline.ledger.Entry;
import dev.rampline.ledger.Ledger;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.ledger.Tombstone;
import dev.rampline.ledger.UnreadableRecordException;
import dev.rampline.operations.lookup.SubjectFinder;
import dev.rampline.operations.recovery.StoreClients;
import dev.rampline.time.Deadline;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Permanently erases the data of orders and customers. */
@Command(
    name = "erase",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Permanently erase the data of orders and customers.",
      "Replaces each record with a tombstone: the subject, its version and the time of the erasure."
          + " Rampline then drops later events about the subject and sends no more messages about"
          + " it. An order's record contains no id of the customer, so give a customer's orders"
          + " too.",
      "On AWS it erases nothing without --yes: it only shows the record. First deploy code that"
          + " supports tombstones to every function. docs/operations.md lists the copies that remain"
          + " and how long they are kept.",
      "Exits 0 if everything is erased, even if it already was; 1 if something is not, for example"
          + " because the ledger has no record of it; 2 if the arguments are invalid."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./rampline erase order/OZZOBiT-order-abc",
      "  ./rampline erase kyc/customer/customer-42 order-7 order-8",
      "  ./rampline erase kyc/customer/customer-42 --stack rampline --yes"
    })
public final class EraseCommand implements Callable<Integer> {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  @Spec private CommandSpec spec;
  @Mixin private InstallationOptions installation = new InstallationOptions();

  @Parameters(
      paramLabel = "ID",
      arity = "1..*",
      description =
          "Erase these: the provider's or the partner's id of an order, an id of a customer, or a"
              + " subject: order/ID, kyc/customer/ID, kyc/partner-user/ID or kyc/user/ID.")
  private List<String> ids = List.of();

  @Option(names = "--yes", description = "Confirm the erasure on AWS.")
  private boolean confirmed;

  @Option(names = "--json", description = "Print one line of JSON for each ID.")
  private boolean json;

  @Override
  public Integer call() {
    Map<String, Optional<Subject>> subjects = new LinkedHashMap<>();
    ids.forEach(id -> subjects.put(id, subject(id)));
    try {
      return installation.withStores(clients -> run(subjects, clients));
    } catch (UnreadableRecordException newer) {
      throw new CommandFailure(
          "A newer version of Rampline wrote this record. Run the command with that version.",
          newer);
    }
  }

  private Optional<Subject> subject(String id) {
    try {
      return SubjectConverter.subject(id);
    } catch (TypeConversionException invalid) {
      throw new ParameterException(spec.commandLine(), invalid.getMessage(), invalid);
    }
  }

  /** Resolves all ids before it erases anything. */
  private int run(Map<String, Optional<Subject>> subjects, StoreClients clients) {
    SubjectFinder finder = SubjectFinder.of(clients);
    List<Supplier<Integer>> steps = new ArrayList<>();
    subjects.forEach(
        (id, subject) ->
            steps.add(
                subject
                    .or(() -> only(id, finder.find(id)))
                    .<Supplier<Integer>>map(found -> () -> handle(found, finder.ledger()))
                    .orElse(() -> printer().unknown(id))));
    int code = 0;
    for (Supplier<Integer> step : steps) {
      code = Math.max(code, step.get());
    }
    return code;
  }

  /**
   * Returns the only subject with this id; empty if there is none.
   *
   * @throws CommandFailure if there are several: which one is meant must not be guessed
   */
  private static Optional<Subject> only(String id, List<Entry> found) {
    if (found.size() > 1) {
      throw new CommandFailure(
          "%s is the id of several subjects, and nothing was erased. Give one of them: %s."
              .formatted(
                  id,
                  found.stream()
                      .map(entry -> entry.subject().text())
                      .collect(Collectors.joining(", "))));
    }
    return found.stream().map(Entry::subject).findFirst();
  }

  private int handle(Subject subject, Ledger ledger) {
    return confirmed || !installation.isStack() ? erase(subject, ledger) : preview(subject, ledger);
  }

  private int erase(Subject subject, Ledger ledger) {
    Erasure erasure = new Erasure(ledger, InstantSource.system());
    return switch (erasure.erase(subject, deadline())) {
      case ErasureResult.Erased(Tombstone tombstone, var aliases) ->
          printer().erased(tombstone, aliases);
      case ErasureResult.AlreadyErased(Tombstone tombstone) -> printer().alreadyErased(tombstone);
      case ErasureResult.Unknown() -> printer().unknown(subject.text());
    };
  }

  private int preview(Subject subject, Ledger ledger) {
    return switch (ledger.read(subject, Ledger.Consistency.STRONG, deadline()).orElse(null)) {
      case null -> printer().unknown(subject.text());
      case Tombstone tombstone -> printer().alreadyErased(tombstone);
      case LedgerRecord record -> {
        int code = printer().notErased(record);
        PrintWriter err = spec.commandLine().getErr();
        err.println("An erasure cannot be undone. Add --yes to erase.");
        err.flush();
        yield code;
      }
    };
  }

  private ErasurePrinter printer() {
    return new ErasurePrinter(spec.commandLine().getOut(), json);
  }

  private static Deadline deadline() {
    return Deadline.after(TIMEOUT, InstantSource.system());
  }
}
