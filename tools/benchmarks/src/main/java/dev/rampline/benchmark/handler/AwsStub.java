package dev.rampline.benchmark.handler;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The calls of DynamoDB and SQS that the handlers make, answered from memory in a process of its
 * own: nearly free of cost, so that a benchmark measures the handler. It counts the calls.
 * Thread-safe.
 */
final class AwsStub {
  /** The path that returns the counts. */
  static final String CALLS = "/calls";

  /** The path after which no call is answered. */
  static final String HOLD = "/hold";

  /** The path after which all calls are answered, and those that were held. */
  static final String RELEASE = "/release";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String EMPTY = "{}";

  private final Map<String, JsonNode> items = new HashMap<>();
  private final Map<String, Integer> calls = new TreeMap<>();
  private int failedConditions;
  private boolean holds;

  private AwsStub() {}

  /** Starts the stub and prints its URL. The argument is a key store, for TLS. */
  public static void main(String[] arguments) throws IOException, GeneralSecurityException {
    AwsStub stub = new AwsStub();
    System.out.println(StubServer.start(stub::respond, List.of(arguments)));
    ChildProcess.awaitParentExit();
  }

  private synchronized StubServer.Response respond(StubServer.Request request) throws IOException {
    if (request.path().equals(CALLS)) {
      ObjectNode counts = JSON.createObjectNode().put("failedConditions", failedConditions);
      counts.set("calls", JSON.valueToTree(calls));
      return ok(counts);
    }
    if (request.path().equals(HOLD) || request.path().equals(RELEASE)) {
      holds = request.path().equals(HOLD);
      notifyAll();
      return new StubServer.Response(200, EMPTY);
    }
    if (request.target().isEmpty()) {
      return failed(JSON.createObjectNode().put("__type", "UnknownOperationException"));
    }
    awaitRelease();
    String operation = request.target().substring(request.target().indexOf('.') + 1);
    calls.merge(operation, 1, Integer::sum);
    JsonNode call = JSON.readTree(request.body());
    return switch (operation) {
      case "GetItem" -> item(call);
      case "PutItem" -> put(call);
      case "TransactWriteItems" -> transact(call);
      case "Query" -> ok(noItems());
      case "SendMessage" -> ok(sent(call));
      case "SendMessageBatch" -> sentBatch(call);
      default -> failed(JSON.createObjectNode().put("__type", "UnknownOperationException"));
    };
  }

  private synchronized void awaitRelease() throws InterruptedIOException {
    try {
      while (holds) {
        wait();
      }
    } catch (InterruptedException stopped) {
      throw new InterruptedIOException();
    }
  }

  /** Nothing is ever due. */
  private static ObjectNode noItems() {
    ObjectNode page = JSON.createObjectNode().put("Count", 0);
    page.putArray("Items");
    return page;
  }

  private StubServer.Response item(JsonNode call) throws IOException {
    JsonNode item = items.get(call.at("/Key/subject/S").asText());
    return item == null
        ? new StubServer.Response(200, EMPTY)
        : ok(JSON.createObjectNode().set("Item", item));
  }

  private StubServer.Response put(JsonNode call) throws IOException {
    if (holdsCondition(call)) {
      write(call);
      return new StubServer.Response(200, EMPTY);
    }
    failedConditions++;
    ObjectNode failure = JSON.createObjectNode();
    JsonNode current = items.get(subject(call));
    if (current != null) {
      failure.set("Item", current);
    }
    return failed(
        failure.put("__type", "com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException"));
  }

  private StubServer.Response transact(JsonNode call) throws IOException {
    List<JsonNode> puts = call.path("TransactItems").findValues("Put");
    if (puts.stream().allMatch(this::holdsCondition)) {
      puts.forEach(this::write);
      return new StubServer.Response(200, EMPTY);
    }
    failedConditions++;
    ObjectNode failure = JSON.createObjectNode();
    ArrayNode reasons = failure.putArray("CancellationReasons");
    puts.forEach(
        put ->
            reasons
                .addObject()
                .put("Code", holdsCondition(put) ? "None" : "ConditionalCheckFailed"));
    return failed(
        failure.put("__type", "com.amazonaws.dynamodb.v20120810#TransactionCanceledException"));
  }

  /** All conditions expect a revision, or none; that of the scan checkpoint expects either. */
  private boolean holdsCondition(JsonNode put) {
    JsonNode before = items.get(subject(put));
    String expected = put.at("/ExpressionAttributeValues/:expected/N").asText();
    if (before == null) {
      return expected.isEmpty() || put.path("ConditionExpression").asText().contains(" OR ");
    }
    return !expected.isEmpty() && before.at("/revision/N").asText().equals(expected);
  }

  private void write(JsonNode put) {
    items.put(subject(put), put.path("Item"));
  }

  private static String subject(JsonNode put) {
    return put.at("/Item/subject/S").asText();
  }

  private static StubServer.Response sentBatch(JsonNode call) throws IOException {
    ObjectNode response = JSON.createObjectNode();
    ArrayNode successful = response.putArray("Successful");
    for (JsonNode entry : call.path("Entries")) {
      successful.add(sent(entry).put("Id", entry.path("Id").asText()));
    }
    return ok(response);
  }

  private static ObjectNode sent(JsonNode entry) {
    return JSON.createObjectNode()
        .put("MessageId", "00000000-0000-0000-0000-000000000000")
        .put("MD5OfMessageBody", md5(entry.path("MessageBody").asText()));
  }

  private static String md5(String text) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("MD5").digest(text.getBytes(UTF_8)));
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("Every JDK has MD5", missing);
    }
  }

  private static StubServer.Response ok(JsonNode body) throws IOException {
    return new StubServer.Response(200, JSON.writeValueAsString(body));
  }

  private static StubServer.Response failed(JsonNode body) throws IOException {
    return new StubServer.Response(400, JSON.writeValueAsString(body));
  }
}
