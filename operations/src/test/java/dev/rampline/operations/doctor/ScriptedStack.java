package dev.rampline.operations.doctor;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.rampline.operations.stack.AwsAccess;
import dev.rampline.operations.stack.StackAccess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The APIs of AWS and of the provider over HTTP on loopback, with the answers for a healthy stack
 * of the template. A test changes an answer. LocalStack has neither aliases nor backups.
 */
public final class ScriptedStack implements AutoCloseable {
  private static final String TOPIC = "GetTopicAttributes";
  private static final List<String> QUERIES =
      List.of("DescribeStacks", "ListStackResources", "DescribeAlarms", TOPIC);
  private static final Pattern FUNCTION =
      Pattern.compile("/2015-03-31/functions/live-(\\w+)(%3Alive)?/configuration");

  private final HttpServer server;
  private final Map<String, String> answers = new ConcurrentHashMap<>();

  /** Starts the server. */
  public ScriptedStack() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::respond);
    server.start();
    answers.putAll(new HealthyStack(url()).answers());
  }

  /** The address of all services. */
  public URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Reads the stack. */
  public StackAccess read() {
    return StackAccess.of(
        "rampline", new AwsAccess(Optional.of("us-east-1"), Optional.of(url()), Optional.empty()));
  }

  /** Replaces a part of an answer. */
  void change(String answer, String part, String replacement) {
    String before = Optional.ofNullable(answers.get(answer)).orElseThrow();
    if (!before.contains(part)) {
      throw new IllegalArgumentException(answer + " has no " + part + ": " + before);
    }
    answers.put(answer, before.replace(part, replacement));
  }

  /** Adds the topic for further consumers, to which the relay publishes. */
  void addTopic() {
    String list = "<StackResourceSummaries>";
    String topic = HealthyStack.resource("EventsTopic", HealthyStack.TOPIC, "AWS::SNS::Topic");
    String role = HealthyStack.resource("RelayRole", "relay", "AWS::IAM::Role");
    change("ListStackResources", list, list + topic + role);
    change(
        "RelayFunction",
        "\"RAMPLINE_TABLE\"",
        "\"RAMPLINE_TOPIC_ARN\":\"%s\",\"RAMPLINE_TABLE\"".formatted(HealthyStack.TOPIC));
  }

  /** Adds an order to the provider's API. */
  public void addOrder(String id, String json) {
    answers.put("/api/v2/orders/" + id, json);
  }

  /** Adds a customer to the provider's API. */
  public void addCustomer(String partnerCustomerId, String json) {
    answers.put(
        "/api/v2/kyc/status/partner-customer-id?partnerCustomerId=" + partnerCustomerId, json);
  }

  /** Makes a resource unknown to its service. */
  void remove(String answer) {
    answers.remove(answer);
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void respond(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
      String name = name(exchange, body);
      String answer =
          name.startsWith("url ")
              ? Optional.ofNullable(answers.get(name.substring(4)))
                  .map(
                      found ->
                          "{\"QueueUrl\":\""
                              + HealthyStack.queueUrl(url(), name.substring(4))
                              + "\"}")
                  .orElse(null)
              : answers.get(name);
      if (answer == null) {
        exchange.getResponseHeaders().add("x-amzn-ErrorType", missing(name));
      }
      byte[] bytes = (answer == null ? error(name) : answer).getBytes(UTF_8);
      exchange.sendResponseHeaders(status(name, answer), bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private static String error(String name) {
    return QUERIES.contains(name)
        ? "<ErrorResponse><Error><Code>%s</Code></Error></ErrorResponse>"
            .formatted(name.equals(TOPIC) ? "NotFound" : "AccessDenied")
        : "{\"__type\":\"" + missing(name) + "\"}";
  }

  private static int status(String name, @Nullable String answer) {
    if (answer == null) {
      return name.startsWith("/") ? 404 : 400;
    }
    return name.equals("webhook") ? 400 : 200;
  }

  private static String missing(String name) {
    return name.startsWith("url ") ? "QueueDoesNotExist" : "ResourceNotFoundException";
  }

  /** Returns the name of the answer to a request. */
  private static String name(HttpExchange exchange, String body) {
    String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
    String path = exchange.getRequestURI().toString();
    Matcher function = FUNCTION.matcher(path);
    if (target != null) {
      return nameOfJson(target.substring(target.indexOf('.') + 1), body);
    } else if (body.contains("StackName=" + HealthyStack.ALARMS)) {
      return HealthyStack.ALARMS;
    } else if (body.startsWith("Action=")) {
      return body.substring("Action=".length(), body.indexOf('&'));
    } else if (function.matches()) {
      return function.group(1);
    } else if (path.startsWith("/2015-03-31/event-source-mappings")) {
      return "mappings";
    } else if (path.startsWith("/api/v2/orders?")) {
      return "orders";
    }
    return path.startsWith("/webhooks/") ? "webhook" : path;
  }

  private static String nameOfJson(String operation, String body) {
    return switch (operation) {
      case "GetQueueUrl" -> "url " + member(body, "QueueName");
      case "GetQueueAttributes" -> {
        String url = member(body, "QueueUrl");
        yield url.substring(url.lastIndexOf('/') + 1);
      }
      case "GetSecretValue" -> member(body, "SecretId");
      default -> operation;
    };
  }

  private static String member(String json, String name) {
    Matcher found = Pattern.compile("\"" + name + "\":\"([^\"]*)\"").matcher(json);
    if (!found.find()) {
      throw new IllegalArgumentException(json);
    }
    return URLDecoder.decode(found.group(1), UTF_8);
  }
}
