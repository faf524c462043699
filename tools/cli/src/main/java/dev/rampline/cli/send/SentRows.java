package dev.rampline.cli.send;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampline.cli.terminal.JsonLines;
import dev.rampline.send.ReceiverResponse;
import dev.rampline.send.SendOutcome;
import java.io.PrintWriter;

/**
 * Prints the results of sent events, one per line.
 *
 * @param out the output
 * @param json whether to print JSON
 * @param options the options with which commands select the receiver, after a space
 */
record SentRows(PrintWriter out, boolean json, String options) {
  void begin(SendPlan plan) {
    if (!json && plan.title() != null) {
      out.println(plan.title());
    }
  }

  void print(SendOutcome sent) {
    if (json) {
      JsonLines.print(out, object(sent));
    } else {
      out.println(line(sent));
      out.flush();
    }
  }

  /** Prints whether the socket sent the event, or does not support it. */
  void printSocketResult(String event, boolean sent) {
    if (json) {
      JsonLines.print(out, JsonLines.object().put("event", event).put("sent", sent));
    } else {
      out.println(event + (sent ? " was sent on the socket" : " is not a socket event"));
      out.flush();
    }
  }

  private String line(SendOutcome sent) {
    String event = sent.event().event();
    return switch (sent) {
      case SendOutcome.Posted posted -> line(event, posted.response());
      case SendOutcome.Forged forged -> line(event + " (forged)", forged.response());
      case SendOutcome.ApiOnly accepted when accepted.isAsExpected() ->
          "---  %s (no webhook): run ./rampline reconcile%s to fetch it from the API"
              .formatted(event, options);
      case SendOutcome.ApiOnly rejected ->
          "---  %s (no webhook): the emulated provider did not accept it"
              .formatted(rejected.event().event());
      case SendOutcome.SocketOnly emitted when emitted.isAsExpected() ->
          "---  %s (socket only): sent".formatted(event);
      case SendOutcome.SocketOnly rejected ->
          "---  %s (socket only): not a socket event".formatted(rejected.event().event());
    };
  }

  private static String line(String event, ReceiverResponse answer) {
    return "%d  %s in %d ms: %s".formatted(answer.status(), event, answer.millis(), answer.body());
  }

  private static ObjectNode object(SendOutcome sent) {
    ObjectNode object = JsonLines.object().put("event", sent.event().event());
    return switch (sent) {
      case SendOutcome.Posted posted -> put(object.put("delivery", "posted"), posted.response());
      case SendOutcome.Forged forged -> put(object.put("delivery", "forged"), forged.response());
      case SendOutcome.ApiOnly accepted ->
          object.put("delivery", "api-only").put("accepted", accepted.isAsExpected());
      case SendOutcome.SocketOnly emitted ->
          object.put("delivery", "socket-only").put("sent", emitted.isAsExpected());
    };
  }

  private static ObjectNode put(ObjectNode object, ReceiverResponse answer) {
    return object
        .put("to", answer.target().toString())
        .put("status", answer.status())
        .put("answer", answer.body())
        .put("millis", answer.millis());
  }
}
