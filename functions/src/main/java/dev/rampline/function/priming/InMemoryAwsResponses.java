package dev.rampline.function.priming;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;

/**
 * Responses of AWS to the calls that the webhook function makes. Items that were put can be read.
 */
final class InMemoryAwsResponses {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<JsonNode, JsonNode> items = new HashMap<>();
  private final String keys;

  InMemoryAwsResponses(String keys) {
    this.keys = keys;
  }

  byte[] respond(String operation, InputStream body) throws IOException {
    JsonNode request = JSON.readTree(body);
    ObjectNode response = JSON.createObjectNode();
    switch (operation) {
      case "GetSecretValue" -> response.put("SecretString", keys);
      case "GetItem" -> addItem(request, response);
      case "PutItem" -> items.put(request.at("/Item/subject"), request.path("Item"));
      case "SendMessageBatch" -> addSent(request, response);
      default -> throw new IOException("Operation not supported in memory: " + operation);
    }
    return JSON.writeValueAsBytes(response);
  }

  private void addItem(JsonNode request, ObjectNode response) {
    JsonNode item = items.get(request.at("/Key/subject"));
    if (item != null) {
      response.set("Item", item);
    }
  }

  private static void addSent(JsonNode request, ObjectNode response) {
    for (JsonNode entry : request.path("Entries")) {
      response
          .withArray("Successful")
          .addObject()
          .put("Id", entry.path("Id").asText())
          .put("MessageId", "priming");
    }
  }
}
