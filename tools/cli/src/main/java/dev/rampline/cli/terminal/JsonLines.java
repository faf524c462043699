package dev.rampline.cli.terminal;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;

/** Prints the output of {@code --json}: one object per line. */
public final class JsonLines {
  private static final JsonMapper MAPPER = new JsonMapper();

  private JsonLines() {}

  public static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  public static void print(PrintWriter out, ObjectNode object) {
    out.println(object);
    out.flush();
  }
}
