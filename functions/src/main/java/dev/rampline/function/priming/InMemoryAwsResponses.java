package dev.rampline.function.priming;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;

/** What AWS says to the calls that a webhook makes: an item that was put can be got again. */
final class InMemoryAwsResponses {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<JsonNode, JsonNode> items = new HashMap<>();
  private final String keys;

  InMemoryAwsResponses(String keys) {
    this.keys = keys;
  }

  byte[] respond(String operation, InputStream request) throws IOException {
    JsonNode asked = JSON.readTree(request);
    ObjectNode answer = JSON.createObjectNode();
    switch (operation) {
      case "GetSecretValue" -> answer.put("SecretString", keys);
      case "GetItem" -> addItem(asked, answer);
      case "PutItem" -> items.put(asked.at("/Item/subject"), asked.path("Item"));
      case "SendMessageBatch" -> addSent(asked, answer);
      default -> throw new IOException("Nobody answers that here");
    }
    return JSON.writeValueAsBytes(answer);
  }

  private void addItem(JsonNode asked, ObjectNode answer) {
    JsonNode item = items.get(asked.at("/Key/subject"));
    if (item != null) {
      answer.set("Item", item);
    }
  }

  private static void addSent(JsonNode asked, ObjectNode answer) {
    for (JsonNode entry : asked.path("Entries")) {
      answer
          .withArray("Successful")
          .addObject()
          .put("Id", entry.path("Id").asText())
          .put("MessageId", "rehearsal");
    }
  }
}
