package dev.rampline.cli.terminal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.Map;
import java.util.stream.Collectors;

/** Prints an object as text: one row for each member, with nested members indented. */
public record KeyValuePrinter(PrintWriter out) {
  private static final String INDENT = "  ";

  public void print(ObjectNode object) {
    print("", object);
    out.flush();
  }

  private void print(String indent, ObjectNode object) {
    for (Map.Entry<String, JsonNode> member : object.properties()) {
      switch (member.getValue()) {
        case ObjectNode none when none.isEmpty() -> printRow(indent + member.getKey(), "-");
        case ObjectNode inner -> {
          out.println(indent + member.getKey());
          print(indent + INDENT, inner);
        }
        case ArrayNode items when hasObjects(items) -> {
          out.println(indent + member.getKey());
          items.forEach(item -> out.println(indent + INDENT + joined(item, "  ")));
        }
        case ArrayNode items -> printRow(indent + member.getKey(), joined(items, ", "));
        case NullNode _ -> printRow(indent + member.getKey(), "-");
        case JsonNode value -> printRow(indent + member.getKey(), value.asText());
      }
    }
  }

  private void printRow(String name, String value) {
    out.printf("%-24s%s%n", name, value);
  }

  private static boolean hasObjects(ArrayNode items) {
    return items.path(0).isObject();
  }

  private static String joined(JsonNode items, String between) {
    return items.isEmpty()
        ? "-"
        : items
            .valueStream()
            .map(item -> item.isNull() ? "-" : item.asText())
            .collect(Collectors.joining(between));
  }
}
