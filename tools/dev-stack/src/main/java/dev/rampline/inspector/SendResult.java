package dev.rampline.inspector;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampline.send.ReceiverResponse;
import dev.rampline.send.SendOutcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of a send request.
 *
 * @param subject the subject of the events; null if they have none
 * @param outcomes the results of the events that were sent so far
 * @param isComplete whether all events were sent
 */
record SendResult(@Nullable String subject, List<SendOutcome> outcomes, boolean isComplete) {
  ObjectNode toJson() {
    ObjectNode json = JsonNodes.object().put("subject", subject);
    json.set("sent", JsonNodes.array(outcomes.stream().map(SendResult::row).toList()));
    return json;
  }

  private static ObjectNode row(SendOutcome sent) {
    ObjectNode row = JsonNodes.object().put("event", sent.event().event());
    return switch (sent) {
      case SendOutcome.Posted(_, ReceiverResponse response) -> putResponse(row, response);
      case SendOutcome.Forged(_, ReceiverResponse response) ->
          putResponse(row, response).put("note", "forged");
      case SendOutcome.ApiOnly _ -> row.putNull("status").put("note", "no webhook");
      case SendOutcome.SocketOnly _ -> row.putNull("status").put("note", "socket only");
    };
  }

  private static ObjectNode putResponse(ObjectNode row, ReceiverResponse response) {
    return row.put("status", response.status()).put("millis", response.millis());
  }
}
