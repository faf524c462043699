package dev.rampline.cli.inspect;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampline.adapter.configuration.ConfigurationException;
import dev.rampline.cli.options.CommandVariables;
import dev.rampline.cli.options.KeyOptions;
import dev.rampline.cli.options.PortOffset;
import dev.rampline.cli.options.ProjectHome;
import dev.rampline.cli.options.SubjectConverter;
import dev.rampline.cli.options.Version;
import dev.rampline.cli.terminal.CommandFailure;
import dev.rampline.cli.terminal.JsonLines;
import dev.rampline.cli.terminal.KeyValuePrinter;
import dev.rampline.cli.terminal.ProgressLine;
import dev.rampline.devstack.LocalEnvironment;
import dev.rampline.devstack.LocalStoreClients;
import dev.rampline.devstack.LocalStores;
import dev.rampline.devstack.RunningDevStack;
import dev.rampline.event.Subject;
import dev.rampline.ledger.Entry;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.operations.lookup.OrderLookup;
import dev.rampline.reconcile.ProviderException;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;
import software.amazon.awssdk.core.exception.SdkClientException;

/** Shows one order. */
@Command(
    name = "order",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Show an order's record and history.",
      "Reads the ledger of ./rampline dev and the provider's API. Exits 1 if the ledger has no"
          + " record of the order. It reads RAMPLINE_PROVIDER_URL and RAMPLINE_PROVIDER_AUTH.",
      "With --log-id it reads nothing, and ID may be a customer's subject."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./rampline order OZZOBiT-order-abc",
      "  ./rampline order order-7 --json",
      "  ./rampline order kyc/customer/customer-42 --log-id"
    })
public final class OrderCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private KeyOptions keys = new KeyOptions();
  @Mixin private PortOffset portOffset = new PortOffset();

  @Parameters(
      paramLabel = "ID",
      description =
          "Show the order with this provider id. With --log-id also order/ID, kyc/customer/ID,"
              + " kyc/partner-user/ID or kyc/user/ID.")
  private String id = "";

  @Option(
      names = "--log-id",
      description = "Print only the subject under which log entries name the order or customer.")
  private boolean printsLogId;

  @Option(names = "--json", description = "Print one line of JSON.")
  private boolean json;

  @Override
  public Integer call() {
    if (printsLogId) {
      printLogId();
      return 0;
    }
    Optional<RunningDevStack> running =
        RunningDevStack.find(ProjectHome.path(), portOffset.value());
    try (LocalStores stores = LocalStores.external(portOffset.ports())) {
      return show(
          new OrderLookup(
              new LocalStoreClients(stores),
              LocalEnvironment.of(
                  CommandVariables.of(portOffset.ports(), running),
                  stores,
                  keys.resolve(running))));
    } catch (SdkClientException unreachable) {
      throw new CommandFailure(
          "Cannot connect to the stores. Start `./rampline dev` first.", unreachable);
    }
  }

  private void printLogId() {
    PrintWriter out = spec.commandLine().getOut();
    String logId = subject().logId();
    if (json) {
      JsonLines.print(out, JsonLines.object().put("logId", logId));
    } else {
      out.println(logId);
    }
    out.flush();
  }

  private Subject subject() {
    try {
      return id.startsWith("order/") || id.startsWith("kyc/")
          ? new SubjectConverter().convert(id)
          : Subject.order(id);
    } catch (TypeConversionException invalid) {
      throw new ParameterException(spec.commandLine(), invalid.getMessage(), invalid);
    }
  }

  private int show(OrderLookup lookup) {
    Optional<Entry> entry;
    ObjectNode shown = JsonLines.object().put("order", id);
    try (ProgressLine _ = ProgressLine.of("Reading the ledger and the provider's API")) {
      entry = lookup.ledgerEntry(id);
      entry.ifPresentOrElse(
          held -> shown.setAll(OrderView.of(held)), () -> shown.put("ledger", "no record"));
      shown.set("provider", provider(lookup));
    }
    if (json) {
      JsonLines.print(spec.commandLine().getOut(), shown);
    } else {
      new KeyValuePrinter(spec.commandLine().getOut()).print(shown);
    }
    return entry.orElse(null) instanceof LedgerRecord ? 0 : 1;
  }

  private ObjectNode provider(OrderLookup lookup) {
    try {
      return lookup
          .providerOrder(id)
          .map(OrderView::of)
          .orElseGet(() -> problem("the provider has no such order"));
    } catch (ConfigurationException missing) {
      return problem("provider URL not configured: " + missing.getMessage());
    } catch (ProviderException fault) {
      return problem("the lookup failed: " + fault.failure().description())
          .put("cause", fault.failure().cause().text());
    }
  }

  private static ObjectNode problem(String sentence) {
    return JsonLines.object().put("error", sentence);
  }
}
