package dev.rampline.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampline.devkit.send.ReceiverResponse;
import dev.rampline.devkit.send.SendOutcome;
import java.io.PrintWriter;

/**
 * Tells what came of events, one on a line.
 *
 * @param out where it is printed
 * @param json whether as JSON
 */
record SentRows(PrintWriter out, boolean json) {
  void begin(SendPlan telling) {
    if (!json && telling.title() != null) {
      out.println(telling.title());
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

  /** The socket said it, or has no word for it. */
  void printSocketResult(String event, boolean said) {
    if (json) {
      JsonLines.print(out, JsonLines.object().put("event", event).put("said", said));
    } else {
      out.println(event + (said ? " was said" : " is nothing that the socket says"));
      out.flush();
    }
  }

  private static String line(SendOutcome sent) {
    String event = sent.event().event();
    return switch (sent) {
      case SendOutcome.Posted posted -> line(event, posted.response());
      case SendOutcome.Forged forged -> line(event + " (forged)", forged.response());
      case SendOutcome.ApiOnly kept when kept.isAsExpected() ->
          "---  %s (unannounced): the API knows; ./rampline reconcile asks it".formatted(event);
      case SendOutcome.ApiOnly unheard ->
          "---  %s (unannounced): the emulated provider did not take it in"
              .formatted(unheard.event().event());
      case SendOutcome.SocketOnly spoken when spoken.isAsExpected() ->
          "---  %s (spoken): on the socket alone".formatted(event);
      case SendOutcome.SocketOnly unheard ->
          "---  %s (spoken): the socket has no word for it".formatted(unheard.event().event());
    };
  }

  private static String line(String event, ReceiverResponse answer) {
    return "%d  %s in %d ms: %s".formatted(answer.status(), event, answer.millis(), answer.body());
  }

  private static ObjectNode object(SendOutcome sent) {
    ObjectNode object = JsonLines.object().put("event", sent.event().event());
    return switch (sent) {
      case SendOutcome.Posted posted -> put(object.put("manner", "posted"), posted.response());
      case SendOutcome.Forged forged -> put(object.put("manner", "forged"), forged.response());
      case SendOutcome.ApiOnly kept ->
          object.put("manner", "unannounced").put("kept", kept.isAsExpected());
      case SendOutcome.SocketOnly spoken ->
          object.put("manner", "spoken").put("said", spoken.isAsExpected());
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
