package dev.rampline.cli.recover;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampline.cli.options.InstallationOptions;
import dev.rampline.cli.options.Version;
import dev.rampline.cli.terminal.JsonLines;
import dev.rampline.cli.terminal.KeyValuePrinter;
import dev.rampline.json.JsonWriter;
import dev.rampline.operations.recovery.QuarantineList;
import dev.rampline.quarantine.QuarantineDocument;
import dev.rampline.quarantine.QuarantinedPayload;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Lists the payloads in quarantine. */
@Command(
    name = "quarantine",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "List the authentic payloads that cannot be placed.",
      "Prints when each payload arrived, why it is in quarantine, and the names and types of its"
          + " members. The values may be personal data: it prints them only with --values."
          + " It moves nothing. To place them, add what is missing to RAMPLINE_VOCABULARY, and run"
          + " redrive --from quarantine.",
      "Exits 0 also if there are payloads."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./rampline quarantine",
      "  ./rampline quarantine --stack rampline --show 3 --json",
      "  ./rampline quarantine --show 1 --values"
    })
public final class QuarantineCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private InstallationOptions installation = new InstallationOptions();

  private int limit = 10;

  @Option(
      names = "--show",
      paramLabel = "N",
      defaultValue = "10",
      description = "Show at most N payloads (default: ${DEFAULT-VALUE}).")
  void setShow(int count) {
    if (count < 1) {
      throw new ParameterException(spec.commandLine(), "--show must be at least 1");
    }
    limit = count;
  }

  @Option(names = "--values", description = "Print the values, too. They may be personal data.")
  private boolean values;

  @Option(names = "--json", description = "Print one line of JSON for each payload.")
  private boolean json;

  @Override
  public Integer call() {
    List<String> bodies = installation.withStores(clients -> QuarantineList.read(clients, limit));
    for (String body : bodies) {
      print(
          QuarantineDocument.read(body)
              .map(this::object)
              .orElseGet(() -> JsonLines.object().put("reason", "unknown format")));
    }
    if (!json) {
      spec.commandLine().getOut().printf("%d shown%n", bodies.size());
      spec.commandLine().getOut().flush();
    }
    return 0;
  }

  private ObjectNode object(QuarantinedPayload payload) {
    ObjectNode object =
        JsonLines.object()
            .put("reason", payload.reason().text())
            .put("receivedAt", payload.receivedAt().toString())
            .put("transport", payload.transport().text())
            .put("key", payload.key());
    return values && !json && payload.content() instanceof QuarantinedPayload.JsonContent content
        ? object.put("payload", JsonWriter.write(content.payload()))
        : object.set("payload", PayloadOutline.of(payload.content(), values));
  }

  private void print(ObjectNode payload) {
    if (json) {
      JsonLines.print(spec.commandLine().getOut(), payload);
    } else {
      JsonNode shown = PayloadOutline.numbered(payload);
      new KeyValuePrinter(spec.commandLine().getOut()).print((ObjectNode) shown);
    }
  }
}
