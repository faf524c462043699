package dev.rampline.inspector;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampline.devkit.send.ReceiverResponse;
import dev.rampline.devkit.send.SendOutcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was sent.
 *
 * @param subject whom it is about; null: nobody
 * @param outcomes what came of each event, as far as it was waited for
 * @param isComplete whether nothing is still to be sent
 */
record SendResult(@Nullable String subject, List<SendOutcome> outcomes, boolean isComplete) {
  ObjectNode toJson() {
    ObjectNode told = JsonNodes.object().put("subject", subject);
    told.set("sent", JsonNodes.array(outcomes.stream().map(SendResult::row).toList()));
    return told;
  }

  private static ObjectNode row(SendOutcome sent) {
    ObjectNode row = JsonNodes.object().put("event", sent.event().event());
    return switch (sent) {
      case SendOutcome.Posted(_, ReceiverResponse answer) -> putResponse(row, answer);
      case SendOutcome.Forged(_, ReceiverResponse answer) ->
          putResponse(row, answer).put("note", "forged");
      case SendOutcome.ApiOnly _ -> row.putNull("status").put("note", "without the webhook");
      case SendOutcome.SocketOnly _ -> row.putNull("status").put("note", "on the socket alone");
    };
  }

  private static ObjectNode putResponse(ObjectNode row, ReceiverResponse answer) {
    return row.put("status", answer.status()).put("millis", answer.millis());
  }
}
