package dev.rampline.devkit.inspector;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampline.devkit.sending.Answer;
import dev.rampline.devkit.sending.Sent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was sent.
 *
 * @param subject whom it is about; null: nobody
 * @param sent what came of each event, as far as it was waited for
 * @param isWhole whether nothing is still to be sent
 */
record Told(@Nullable String subject, List<Sent> sent, boolean isWhole) {
  ObjectNode told() {
    ObjectNode told = Nodes.object().put("subject", subject);
    told.set("sent", Nodes.array(sent.stream().map(Told::row).toList()));
    return told;
  }

  private static ObjectNode row(Sent sent) {
    ObjectNode row = Nodes.object().put("event", sent.event().event());
    return switch (sent) {
      case Sent.Posted(_, Answer answer) -> answered(row, answer);
      case Sent.Forged(_, Answer answer) -> answered(row, answer).put("note", "forged");
      case Sent.Unannounced _ -> row.putNull("status").put("note", "without the webhook");
      case Sent.Spoken _ -> row.putNull("status").put("note", "on the socket alone");
    };
  }

  private static ObjectNode answered(ObjectNode row, Answer answer) {
    return row.put("status", answer.status()).put("millis", answer.millis());
  }
}
