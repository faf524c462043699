package dev.rampline.cli;

import dev.rampline.devstack.DevKeys;
import dev.rampline.documents.DocumentedCommand;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Replaces the placeholders of documented commands. */
final class CommandPlaceholders {
  static final String ORDER = "OZZOBiT-order-abc";
  static final String ERASED = "order-to-erase";

  private final Map<String, String> values = new LinkedHashMap<>();
  private final Path body;

  /**
   * Fills in the values.
   *
   * @param body a file with a captured body
   * @param keys the content of keys.json
   * @param receiver the receiver's URL
   * @param customer the id of a known customer
   */
  CommandPlaceholders(Path body, DevKeys keys, URI receiver, String customer) {
    this.body = body;
    values.put("trigger --scenario NAME", "trigger --scenario buy-card");
    values.put("--keys keys.json", KeysFile.of(keys.document()));
    values.put("<id>", customer);
    values.put("TIME", "2026-01-01T00:00:00Z");
    values.put("SUBJECT", "order/" + ERASED);
    values.put("FOLDER", folder());
    values.put("FILE", body.toString());
    values.put("BODY", body.toString());
    values.put("URL", receiver.toString());
    values.put("ID", ORDER);
  }

  private String folder() {
    return String.valueOf(body.getParent());
  }

  /** Returns the arguments that a reader would give. */
  List<String> arguments(DocumentedCommand command) {
    String text = command.text();
    for (Map.Entry<String, String> filling : values.entrySet()) {
      text = text.replace(filling.getKey(), filling.getValue());
    }
    List<String> arguments = new ArrayList<>(List.of(text.split(" ")));
    return arguments.subList(1, arguments.size());
  }
}
