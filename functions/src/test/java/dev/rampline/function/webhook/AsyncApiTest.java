package dev.rampline.function.webhook;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.tests.EventLoader;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampline.adapter.sqs.SqsPublisher;
import dev.rampline.embedded.EmbeddedQueues;
import dev.rampline.embedded.EmbeddedSqs;
import dev.rampline.embedded.LocalClients;
import dev.rampline.event.Channel;
import dev.rampline.event.State;
import dev.rampline.event.TraceContext;
import dev.rampline.event.TrustLevel;
import dev.rampline.template.Template;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/** {@code asyncapi.yaml} says what the code sends, and which queue the template creates. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AsyncApiTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String MESSAGE = "/components/messages/state";
  private static final String QUEUES = "/channels/events/bindings/sqs";
  private static final Instant RECEIVED_AT = Instant.parse("2024-01-15T10:32:16Z");
  private static final Set<MessageSystemAttributeName> SYSTEM_ATTRIBUTES =
      Set.of(
          MessageSystemAttributeName.MESSAGE_GROUP_ID,
          MessageSystemAttributeName.MESSAGE_DEDUPLICATION_ID);

  /** Properties that concern only who may send and read. */
  private static final Set<String> PROTECTION =
      Set.of("SqsManagedSseEnabled", "KmsMasterKeyId", "RedriveAllowPolicy");

  private final Specification asyncApi = Specification.read("asyncapi.yaml");
  private final Template template = Template.read();
  private final EmbeddedSqs store = EmbeddedSqs.start(0);
  private final SqsClient client = LocalClients.sqs(store.endpoint());
  private final String queue = EmbeddedQueues.create(client).events().toString();

  AsyncApiTest() throws IOException {}

  @AfterAll
  void closeStore() {
    client.close();
    store.close();
  }

  @Test
  void version_isThatOfTheBuild() {
    assertThat(asyncApi.at("/info/version").asText()).isEqualTo(Specification.buildVersion());
  }

  @Test
  void rampline_sendsToTheChannel() {
    assertThat(asyncApi.at("/operations")).hasSize(1);
    assertThat(asyncApi.at("/operations/sendState/action").asText()).isEqualTo("send");
    assertThat(asyncApi.at("/operations/sendState/channel"))
        .isEqualTo(asyncApi.at("/channels/events"));
  }

  @Test
  void queue_isThatOfTheTemplate() throws IOException {
    assertThat(named(asyncApi.at(QUEUES + "/queue"))).isEqualTo(deployed("EventsQueue"));
    assertThat(named(asyncApi.at("/channels/events/address")).asText())
        .isEqualTo(template.properties("EventsQueue").path("QueueName").asText());
  }

  @Test
  void deadLetterQueue_isThatOfTheTemplate() throws IOException {
    assertThat(named(asyncApi.at(QUEUES + "/deadLetterQueue")))
        .isEqualTo(deployed("EventsDeadQueue"));
  }

  @Test
  void localServer_isThatOfThePage() throws IOException {
    JsonNode server = asyncApi.at("/servers/local");
    String url =
        "http://%s%s/%s"
            .formatted(
                server.path("host").asText(),
                server.path("pathname").asText(),
                named(asyncApi.at("/channels/events/address")).asText());

    assertThat(WebhookFixture.read(Path.of("../docs/consuming.md"))).contains("=" + url + "\n");
  }

  @Test
  void payload_isTheSchema_withTheValuesOfTheCode() throws IOException {
    assertThat(Specification.names(asyncApi.at(MESSAGE + "/payload"))).containsExactly("$ref");
    String message = asyncApi.at(MESSAGE + "/payload/$ref").asText();
    assertThat(message).startsWith("core/src/main/resources/");
    Path data = Path.of("..", message).resolveSibling("data.v1.schema.json");
    JsonNode schema = JSON.readTree(data.toFile());

    assertThat(texts(schema.at("/$defs/orderState/enum"), schema.at("/$defs/kycState/enum")))
        .isEqualTo(Stream.of(State.values()).map(State::text).collect(toSet()));
    assertThat(texts(schema.at("/$defs/channel/enum")))
        .isEqualTo(Stream.of(Channel.values()).map(Channel::text).collect(toSet()));
    assertThat(texts(schema.at("/properties/trust/enum")))
        .isEqualTo(Stream.of(TrustLevel.values()).map(TrustLevel::text).collect(toSet()));
  }

  @Test
  void examples_areTheMessagesOfTheSamples() throws IOException {
    assertThat(examples())
        .extracting(example -> example.at("/payload/data/kind").asText())
        .contains("order", "kyc");
    for (JsonNode example : examples().toList()) {
      Message sent = messageOf(example);
      JsonNode body = JSON.readTree(sent.body());

      assertThat(body).isEqualTo(example.path("payload"));
      assertThat(headers(sent)).isEqualTo(example.path("headers"));
      assertThat(Specification.faults(asyncApi.schemaInFile(MESSAGE + "/payload"), body)).isEmpty();
      assertThat(Specification.faults(asyncApi.schema(MESSAGE + "/headers"), headers(sent)))
          .isEmpty();
      assertThat(sent.attributes())
          .containsEntry(MessageSystemAttributeName.MESSAGE_GROUP_ID, body.path("subject").asText())
          .containsEntry(
              MessageSystemAttributeName.MESSAGE_DEDUPLICATION_ID, body.path("id").asText());
    }
  }

  @Test
  void headers_areTheAttributesOfTheExamples() {
    assertThat(
            examples()
                .flatMap(example -> Specification.names(example.path("headers")))
                .collect(toSet()))
        .isEqualTo(
            Specification.names(asyncApi.at(MESSAGE + "/headers/properties")).collect(toSet()));
  }

  private Stream<JsonNode> examples() {
    return Template.elements(asyncApi.at(MESSAGE + "/examples"));
  }

  /** Sends the sample that an example is named after, and returns the message from the queue. */
  private Message messageOf(JsonNode example) {
    APIGatewayV2HTTPEvent event =
        EventLoader.loadApiGatewayHttpEvent(
            WebhookFixture.sample(example.path("name").asText()).toAbsolutePath().toString());
    JsonNode trace = example.at("/headers/traceparent");
    if (trace.isTextual()) {
      event.getHeaders().put(TraceContext.NAME, trace.asText());
    }
    WebhookFixture fixture = new WebhookFixture();
    fixture.clock = InstantSource.fixed(RECEIVED_AT);
    WebhookHandler handler =
        fixture.handler(
            WebhookFixture.sampleKeys(), fixture.ledger, new SqsPublisher(client, queue));

    assertThat(handler.handleRequest(event, null).getStatusCode()).isEqualTo(200);
    return receive();
  }

  private Message receive() {
    Message message =
        client
            .receiveMessage(
                request ->
                    request
                        .queueUrl(queue)
                        .messageAttributeNames("All")
                        .messageSystemAttributeNames(SYSTEM_ATTRIBUTES))
            .messages()
            .getFirst();
    client.deleteMessage(request -> request.queueUrl(queue).receiptHandle(message.receiptHandle()));
    return message;
  }

  private static JsonNode headers(Message message) {
    ObjectNode headers = JSON.createObjectNode();
    message.messageAttributes().forEach((name, value) -> headers.put(name, value.stringValue()));
    message.attributes().forEach((name, value) -> headers.put(name.toString(), value));
    return headers;
  }

  /** Returns a queue's properties in the template under the names of the binding. */
  private JsonNode deployed(String resource) {
    ObjectNode queue = JSON.createObjectNode();
    template
        .properties(resource)
        .properties()
        .forEach(
            property -> {
              switch (property.getKey()) {
                case String name when PROTECTION.contains(name) -> {}
                case "QueueName" -> queue.set("name", property.getValue());
                case "RedrivePolicy" -> queue.set("redrivePolicy", redrive(property.getValue()));
                case String name ->
                    queue.set(
                        name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1),
                        property.getValue());
              }
            });
    return queue;
  }

  private JsonNode redrive(JsonNode policy) {
    String target = policy.path("deadLetterTargetArn").asText().replace(".Arn", "");
    ObjectNode redrive = JSON.createObjectNode();
    redrive.putObject("deadLetterQueue").set("name", template.properties(target).path("QueueName"));
    return redrive.set("maxReceiveCount", policy.path("maxReceiveCount"));
  }

  /** Replaces the parameter by its default, which is that of the template. */
  private JsonNode named(JsonNode node) throws IOException {
    String name = asyncApi.at("/channels/events/parameters/name/default").asText();
    assertThat(name).isEqualTo(template.root().at("/Parameters/Name/Default").asText());
    return JSON.readTree(node.toString().replace("{name}", name));
  }

  private static Set<String> texts(JsonNode... arrays) {
    return Stream.of(arrays).flatMap(Template::elements).map(JsonNode::asText).collect(toSet());
  }
}
