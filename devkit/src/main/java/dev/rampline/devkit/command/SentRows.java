package dev.rampline.devkit.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampline.devkit.sending.Answer;
import dev.rampline.devkit.sending.Sent;
import java.io.PrintWriter;

/**
 * Tells what came of events, one on a line.
 *
 * @param out where it is printed
 * @param json whether as JSON
 */
record SentRows(PrintWriter out, boolean json) {
  void begin(Telling telling) {
    if (!json && telling.title() != null) {
      out.println(telling.title());
    }
  }

  void print(Sent sent) {
    if (json) {
      JsonLines.print(out, object(sent));
    } else {
      out.println(line(sent));
      out.flush();
    }
  }

  /** The socket said it, or has no word for it. */
  void printSaid(String event, boolean said) {
    if (json) {
      JsonLines.print(out, JsonLines.object().put("event", event).put("said", said));
    } else {
      out.println(event + (said ? " was said" : " is nothing that the socket says"));
      out.flush();
    }
  }

  private static String line(Sent sent) {
    String event = sent.event().event();
    return switch (sent) {
      case Sent.Posted posted -> line(event, posted.answer());
      case Sent.Forged forged -> line(event + " (forged)", forged.answer());
      case Sent.Unannounced kept when kept.isAsExpected() ->
          "---  %s (unannounced): the API knows; ./rampline reconcile asks it".formatted(event);
      case Sent.Unannounced unheard ->
          "---  %s (unannounced): the emulated provider did not take it in"
              .formatted(unheard.event().event());
      case Sent.Spoken spoken when spoken.isAsExpected() ->
          "---  %s (spoken): on the socket alone".formatted(event);
      case Sent.Spoken unheard ->
          "---  %s (spoken): the socket has no word for it".formatted(unheard.event().event());
    };
  }

  private static String line(String event, Answer answer) {
    return "%d  %s in %d ms: %s".formatted(answer.status(), event, answer.millis(), answer.body());
  }

  private static ObjectNode object(Sent sent) {
    ObjectNode object = JsonLines.object().put("event", sent.event().event());
    return switch (sent) {
      case Sent.Posted posted -> put(object.put("manner", "posted"), posted.answer());
      case Sent.Forged forged -> put(object.put("manner", "forged"), forged.answer());
      case Sent.Unannounced kept ->
          object.put("manner", "unannounced").put("kept", kept.isAsExpected());
      case Sent.Spoken spoken -> object.put("manner", "spoken").put("said", spoken.isAsExpected());
    };
  }

  private static ObjectNode put(ObjectNode object, Answer answer) {
    return object
        .put("to", answer.target().toString())
        .put("status", answer.status())
        .put("answer", answer.body())
        .put("millis", answer.millis());
  }
}
