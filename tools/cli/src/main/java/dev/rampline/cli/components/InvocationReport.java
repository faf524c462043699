package dev.rampline.cli.components;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampline.cli.terminal.JsonLines;
import dev.rampline.invoke.InvocationResult;
import java.io.PrintWriter;
import java.util.List;

/**
 * Prints the result of an invocation.
 *
 * @param out the output
 * @param json whether to print JSON
 */
record InvocationReport(PrintWriter out, boolean json) {
  void print(InvocationResult invocation, List<String> log) {
    if (json) {
      JsonLines.print(out, object(invocation, log));
    } else {
      log.forEach(line -> out.printf("log       %s%n", line));
      printRows(invocation);
    }
  }

  private void printRows(InvocationResult invocation) {
    out.printf(
        "%s    %s%n", invocation.failed() ? "error " : "answer", invocation.answer().strip());
    out.printf("init      %d ms%n", invocation.init().toMillis());
    if (invocation.restore() != null) {
      out.printf("restore   %d ms%n", invocation.restore().toMillis());
    }
    out.printf("duration  %d ms%n", invocation.duration().toMillis());
    out.flush();
  }

  private static ObjectNode object(InvocationResult invocation, List<String> log) {
    ObjectNode object = JsonLines.object().put("failed", invocation.failed());
    object.put("answer", invocation.answer().strip());
    object.put("initMillis", invocation.init().toMillis());
    if (invocation.restore() != null) {
      object.put("restoreMillis", invocation.restore().toMillis());
    }
    object.put("durationMillis", invocation.duration().toMillis());
    ArrayNode lines = object.putArray("log");
    log.forEach(lines::add);
    return object;
  }
}
