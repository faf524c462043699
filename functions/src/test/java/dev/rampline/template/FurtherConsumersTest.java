package dev.rampline.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules for the topic of the application, and for the queue of a further consumer. */
class FurtherConsumersTest {
  private static final String TOPIC = "EventsTopic";
  private static final String PUBLISH = "sns:Publish";
  private static final String SEND = "sqs:SendMessage";
  private static final String PRINCIPAL = "aws:PrincipalArn";
  private static final String OTHER_TOPIC = "arn:aws:sns:us-east-1:210987654321:other-events.fifo";

  private static final String SOURCE = "aws:SourceArn";

  /** The policy of an administrator, or of a principal who was given too much. */
  private static final String EVERYTHING =
      "{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"}";

  private final Template application = Template.read();
  private final Template consumer = Template.ofConsumerQueue();
  private final JsonNode topicPolicy =
      application.properties("EventsTopicPolicy").at("/PolicyDocument/Statement");

  private final JsonNode queuesPolicy =
      consumer.properties("QueuesPolicy").at("/PolicyDocument/Statement");

  FurtherConsumersTest() throws IOException {}

  @Test
  void topic_existsOnlyWithConsumers_andKeepsTheOrderOfASubject() {
    JsonNode topic = application.properties(TOPIC);

    assertThat(List.of(TOPIC, "EventsTopicPolicy"))
        .extracting(name -> application.resource(name).path("Condition").asText())
        .containsOnly("HasConsumers");
    assertThat(application.root().at("/Outputs/EventsTopicArn/Condition").asText())
        .isEqualTo("HasConsumers");
    assertThat(topic.path("FifoTopic").asBoolean()).isTrue();
    assertThat(topic.path("ContentBasedDeduplication").asBoolean(true)).isFalse();
    assertThat(topic.path("FifoThroughputScope").asText()).isEqualTo("MessageGroup");
    assertThat(topic.path("KmsMasterKeyId"))
        .hasToString("[\"HasKey\",\"KmsKeyArn\",\"alias/aws/sns\"]");
  }

  @Test
  void relay_publishes_onlyWithConsumers() {
    assertThat(application.statementsOfRole("RelayRole"))
        .filteredOn(statement -> statement.path("Action").asText().equals(PUBLISH))
        .hasSize(1);
    assertThat(application.properties("RelayRole").findValues("Statement").getLast())
        .anySatisfy(
            statement -> {
              assertThat(statement.path(0).asText()).isEqualTo("HasConsumers");
              assertThat(statement.path(1).path("Action").asText()).isEqualTo(PUBLISH);
            });
    assertThat(application.functions().filter(function -> function.toString().contains(TOPIC)))
        .extracting(Map.Entry::getKey)
        .containsExactly("RelayFunction");
  }

  @ParameterizedTest
  @CsvSource({
    "RelayRole.Arn, true, true",
    "SenderArns, true, true",
    "RelayRole.Arn, false, false",
    "WebhookRole.Arn, true, false",
    "arn:aws:iam::123456789012:role/admin, true, false",
    "arn:aws:iam::210987654321:root, true, false"
  })
  void onlyRelayAndOperators_mayPublish(String principal, String tls, boolean allowed) {
    Map<String, String> context = Map.of(PRINCIPAL, principal, "aws:SecureTransport", tls);

    assertThat(
            new PolicyEvaluator(context)
                .isAllowed(
                    Stream.concat(everything(), Template.elements(topicPolicy)), PUBLISH, TOPIC))
        .isEqualTo(allowed);
  }

  @ParameterizedTest
  @CsvSource({
    "ConsumerAccounts, sqs, arn:aws:sqs:eu-central-1:ConsumerAccounts:a.fifo, true",
    "ConsumerAccounts, sqs, arn:aws:sqs:eu-central-1:ConsumerAccounts:a, false",
    "ConsumerAccounts, sqs, arn:aws:sqs:eu-central-1:210987654321:a.fifo, false",
    "ConsumerAccounts, lambda, arn:aws:sqs:eu-central-1:ConsumerAccounts:a.fifo, false",
    "ConsumerAccounts, email, reader@example.com, false",
    "210987654321, sqs, arn:aws:sqs:eu-central-1:210987654321:a.fifo, false",
    "210987654321, sqs, arn:aws:sqs:eu-central-1:ConsumerAccounts:a.fifo, false",
  })
  void onlyAListedAccount_maySubscribe_andOnlyItsOwnQueues_evenInTheAccountOfTheTopic(
      String account, String protocol, String endpoint, boolean allowed) {
    PolicyEvaluator policy =
        new PolicyEvaluator(
            Map.of(
                "aws:PrincipalAccount",
                account,
                "sns:Protocol",
                protocol,
                "sns:Endpoint",
                endpoint,
                "aws:SecureTransport",
                "true"));

    assertThat(
            policy.isAllowed(
                Stream.concat(everything(), Template.elements(topicPolicy)),
                "sns:Subscribe",
                TOPIC))
        .isEqualTo(allowed);
  }

  @Test
  void accountOfAConsumer_mayOnlySubscribeAndReadTheTopic() {
    assertThat(Template.elements(topicPolicy))
        .filteredOn(statement -> statement.path("Effect").asText().equals("Allow"))
        .extracting(
            statement -> statement.at("/Principal/AWS").asText(),
            statement -> statement.path("Action").asText())
        .containsExactlyInAnyOrder(
            tuple("ConsumerAccounts", "sns:Subscribe"),
            tuple("ConsumerAccounts", "sns:GetTopicAttributes"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"EventsQueue", "EventsDeadQueue"})
  void queue_isLikeThatOfTheApplication(String queue) {
    assertThat(withoutNames(consumer, queue)).isEqualTo(withoutNames(application, queue));
    assertThat(consumer.resource(queue).path("DeletionPolicy").asText())
        .isEqualTo(application.resource(queue).path("DeletionPolicy").asText());
  }

  @Test
  void subscription_deliversTheMessageItself_andKeepsWhatCannotBeDelivered() {
    JsonNode subscription = consumer.properties("Subscription");

    assertThat(subscription.path("RawMessageDelivery").asBoolean()).isTrue();
    assertThat(subscription.path("Endpoint").asText()).isEqualTo("EventsQueue.Arn");
    assertThat(subscription.at("/RedrivePolicy/deadLetterTargetArn").asText())
        .isEqualTo("UndeliveredQueue.Arn");
    assertThat(withoutNames(consumer, "UndeliveredQueue").path("FifoQueue").asBoolean()).isTrue();
  }

  @Test
  void undeliveredQueue_hasNeitherThePolicyNorTheKeyThatMayRefuseTheTopic() {
    JsonNode undelivered = consumer.properties("UndeliveredQueue");
    JsonNode policy = consumer.properties("UndeliveredPolicy");

    assertThat(undelivered.path("SqsManagedSseEnabled").asBoolean()).isTrue();
    assertThat(undelivered.has("KmsMasterKeyId")).isFalse();
    assertThat(consumer.properties("QueuesPolicy").path("Queues"))
        .extracting(JsonNode::asText)
        .containsExactly("EventsQueue", "EventsDeadQueue");
    assertThat(policy.path("Queues"))
        .extracting(JsonNode::asText)
        .containsExactly("UndeliveredQueue");
    assertThat(mayService(policy.at("/PolicyDocument/Statement"), "TopicArn")).isTrue();
    assertThat(mayService(policy.at("/PolicyDocument/Statement"), OTHER_TOPIC)).isFalse();
    assertThat(consumer.resource("Subscription").path("DependsOn"))
        .extracting(JsonNode::asText)
        .containsExactly("QueuesPolicy", "UndeliveredPolicy");
  }

  @Test
  void onlyTheTopic_maySend_andOperatorsOfTheConsumer() {
    assertThat(mayService(queuesPolicy, "TopicArn")).isTrue();
    assertThat(mayService(queuesPolicy, OTHER_TOPIC)).isFalse();
    assertThat(maySend("SenderArns")).isTrue();
    assertThat(maySend("arn:aws:iam::210987654321:role/admin")).isFalse();
  }

  @Test
  void everyAlarm_isDescribed_andNotifiesTheTopic() {
    assertThat(consumer.ofType("AWS::CloudWatch::Alarm"))
        .hasSize(3)
        .extracting(Map.Entry::getValue)
        .allSatisfy(
            alarm -> {
              assertThat(alarm.path("AlarmDescription").asText()).contains("First step:");
              assertThat(alarm.path("AlarmActions")).isEqualTo(alarm.path("OKActions"));
              assertThat(alarm.path("AlarmActions"))
                  .hasToString("[\"HasAlarmTopic\",[\"AlarmTopicArn\"],\"AWS::NoValue\"]");
            });
  }

  private static boolean mayService(JsonNode policy, String source) {
    Map<String, String> context =
        Map.of(SOURCE, source, "aws:PrincipalIsAWSService", "true", "aws:SecureTransport", "true");
    return new PolicyEvaluator(context)
        .isAllowed(Template.elements(policy), SEND, "EventsQueue.Arn");
  }

  private boolean maySend(String principal) {
    Map<String, String> context =
        Map.of(
            PRINCIPAL,
            principal,
            "aws:PrincipalIsAWSService",
            "false",
            "aws:SecureTransport",
            "true");
    return new PolicyEvaluator(context)
        .isAllowed(
            Stream.concat(everything(), Template.elements(queuesPolicy)), SEND, "EventsQueue.Arn");
  }

  private static JsonNode withoutNames(Template template, String queue) {
    ObjectNode properties = template.properties(queue).deepCopy();
    properties.remove("QueueName");
    JsonNode allowed = properties.path("RedriveAllowPolicy");
    if (allowed instanceof ObjectNode policy) {
      policy.remove("sourceQueueArns");
    }
    return properties;
  }

  private static Stream<JsonNode> everything() {
    try {
      return Stream.of(new JsonMapper().readTree(EVERYTHING));
    } catch (IOException notJson) {
      throw new UncheckedIOException(notJson);
    }
  }
}
