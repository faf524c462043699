package dev.rampline.consumer.example;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.rampline.consumer.LedgerReader;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;

/** The example's template matches the code and the queue. */
class TemplateTest {
  private static final int VISIBILITY_TIMEOUT = 180;

  /** A queue of its own if there is one, else the application's. */
  private static final String QUEUE =
      "[HasQueue, QueueArn,"
          + " arn:${AWS::Partition}:sqs:${AWS::Region}:${AWS::AccountId}:${Name}-events.fifo]";

  private static final Pattern VARIABLE = Pattern.compile("\"([A-Z]+_TABLE)\"");

  private final JsonNode template =
      new YAMLMapper().readTree(Files.readString(Path.of("template.yaml")));
  private final JsonNode function = properties("PayoutFunction");

  TemplateTest() throws IOException {}

  @Test
  void handler_isPayoutFunction() throws ClassNotFoundException {
    String[] handler = function.path("Handler").asText().split("::", 2);

    assertThat(Class.forName(handler[0])).isEqualTo(PayoutFunction.class);
    assertThat(RequestHandler.class).isAssignableFrom(PayoutFunction.class);
    assertThat(handler[1]).isEqualTo("handleRequest");
  }

  @Test
  void batch_reportsItemFailures_withinTheVisibilityTimeout() {
    JsonNode source = function.path("Events").path("EventsQueue").path("Properties");

    assertThat(texts(source.path("Queue"))).hasToString(QUEUE);
    assertThat(source.path("FunctionResponseTypes").path(0).asText())
        .isEqualTo("ReportBatchItemFailures");
    assertThat(function.path("Timeout").asInt() * 6).isLessThanOrEqualTo(VISIBILITY_TIMEOUT);
  }

  @Test
  void variables_matchTheCode() throws IOException {
    String code =
        Files.readString(
            Path.of("src/main/java/dev/rampline/consumer/example/PayoutFunction.java"));
    Set<String> read =
        VARIABLE
            .matcher(code)
            .results()
            .map(match -> match.group(1))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(function.path("Environment").path("Variables").properties())
        .extracting(Map.Entry::getKey)
        .containsExactlyInAnyOrderElementsOf(read);
  }

  @Test
  void role_allowsOnlyWhatTheCodeDoes() {
    assertThat(
            StreamSupport.stream(statements().spliterator(), false)
                .filter(JsonNode::isObject)
                .map(statement -> texts(statement.path("Action")) + " " + resource(statement)))
        .containsExactly(
            "[sqs:ReceiveMessage, sqs:DeleteMessage, sqs:GetQueueAttributes] " + QUEUE,
            "[dynamodb:GetItem] arn:${AWS::Partition}:dynamodb:${AWS::Region}:${AWS::AccountId}:table/${Name}-ledger",
            "[dynamodb:GetItem, dynamodb:PutItem] HandledStates.Arn",
            "[dynamodb:GetItem, dynamodb:PutItem] Payouts.Arn",
            "[logs:CreateLogStream, logs:PutLogEvents] PayoutLogs.Arn");
  }

  /** Otherwise DynamoDB denies every read. */
  @Test
  void role_allowsEveryAttributeThatTheReaderProjects() {
    assertThat(texts(statements().path(1).findPath("dynamodb:Attributes")))
        .containsExactlyInAnyOrderElementsOf(projectedAttributes());
  }

  @Test
  void concurrency_isBounded() {
    JsonNode source = function.path("Events").path("EventsQueue").path("Properties");

    assertThat(source.at("/ScalingConfig/MaximumConcurrency").asText())
        .isEqualTo("MaximumConcurrency");
    assertThat(template.at("/Parameters/MaximumConcurrency/Default").asInt()).isPositive();
  }

  @Test
  void tables_haveNoExpiry_andAreRetained() {
    for (String table : Set.of("HandledStates", "Payouts")) {
      assertThat(properties(table).has("TimeToLiveSpecification")).isFalse();
      assertThat(template.path("Resources").path(table).path("DeletionPolicy").asText())
          .isEqualTo("Retain");
    }
  }

  /** Returns the attributes in the request of a ledger reader. */
  private static Collection<String> projectedAttributes() {
    AtomicReference<GetItemRequest> sent = new AtomicReference<>();
    DynamoDbClient client =
        (DynamoDbClient)
            Proxy.newProxyInstance(
                TemplateTest.class.getClassLoader(),
                new Class<?>[] {DynamoDbClient.class},
                (proxy, method, arguments) -> {
                  sent.set((GetItemRequest) arguments[0]);
                  return GetItemResponse.builder().build();
                });
    var _ = new LedgerReader(client, "ledger").read("order/1");
    GetItemRequest request = sent.get();
    assertThat(request.projectionExpression().split(", "))
        .containsExactlyInAnyOrderElementsOf(request.expressionAttributeNames().keySet());
    return request.expressionAttributeNames().values();
  }

  private JsonNode statements() {
    return properties("PayoutRole")
        .path("Policies")
        .path(0)
        .path("PolicyDocument")
        .path("Statement");
  }

  private JsonNode properties(String resource) {
    return template.path("Resources").path(resource).path("Properties");
  }

  private static String resource(JsonNode statement) {
    JsonNode resource = statement.path("Resource");
    return resource.isTextual() ? resource.asText() : texts(resource).toString();
  }

  private static Set<String> texts(JsonNode oneOrMore) {
    return oneOrMore.isTextual()
        ? Set.of(oneOrMore.asText())
        : StreamSupport.stream(oneOrMore.spliterator(), false)
            .map(JsonNode::asText)
            .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
