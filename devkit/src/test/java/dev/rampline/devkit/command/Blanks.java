package dev.rampline.devkit.command;

import dev.rampline.devkit.DocumentedCommand;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What stands for the reader's own in a documented command, filled in. */
final class Blanks {
  static final String ORDER = "OZZOBiT-order-abc";
  static final String FORGOTTEN = "order-to-forget";

  private final Map<String, String> fillings = new LinkedHashMap<>();
  private final Path body;

  /**
   * Fills in what runs.
   *
   * @param body a captured one, in a folder of its own
   * @param receiver where webhooks are taken
   * @param customer whom the ledger knows
   */
  Blanks(Path body, URI receiver, String customer) {
    this.body = body;
    fillings.put("trigger --story NAME", "trigger --story buy-card");
    fillings.put("trigger --mishap NAME", "trigger --mishap twice");
    fillings.put(".rampline/fuzz/provider/findings/crash-…", "../bench/corpus/provider/length-odd");
    fillings.put("--access-token …", "--access-token an-access-token-of-fair-length-000");
    fillings.put("--webhook-secret …", "--webhook-secret a-webhook-secret-of-fair-length-0000");
    fillings.put("<id>", customer);
    fillings.put("TIME", "2026-01-01T00:00:00Z");
    fillings.put("SUBJECT", "order/" + FORGOTTEN);
    fillings.put("FOLDER", folder());
    fillings.put("FILE", body.toString());
    fillings.put("BODY", body.toString());
    fillings.put("URL", receiver.toString());
    fillings.put("ID", ORDER);
  }

  private String folder() {
    return String.valueOf(body.getParent());
  }

  /** The arguments that its reader would give. */
  List<String> arguments(DocumentedCommand command) {
    String text = command.text();
    for (Map.Entry<String, String> filling : fillings.entrySet()) {
      text = text.replace(filling.getKey(), filling.getValue());
    }
    List<String> arguments = new ArrayList<>(List.of(text.split(" ")));
    return arguments.subList(1, arguments.size());
  }
}
