package dev.rampline.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Evaluates who may send to the queues: the policies of the roles with that of the queues. */
class QueuePolicyTest {
  private static final String SEND = "sqs:SendMessage";
  private static final String SUBSCRIBER =
      "arn:${AWS::Partition}:iam::${AWS::AccountId}:role/rampline-subscriber-${AWS::Region}";

  /** The policy of an administrator, or of a principal who was given too much. */
  private static final String EVERYTHING =
      "{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"}";

  private final Template template = Template.read();
  private final JsonNode queuesPolicy =
      template.properties("QueuesPolicy").at("/PolicyDocument/Statement");

  QueuePolicyTest() throws IOException {}

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "WebhookRole   | EventsQueue Quarantine RetryQueue",
        "RelayRole     | EventsQueue RelayDeadQueue",
        "RetryRole     | EventsQueue Quarantine RetryDeadQueue",
        "RotationRole  | ScheduleDeadQueue",
        "ReconcileRole | EventsQueue ScheduleDeadQueue",
      })
  void role_maySendToItsQueuesOnly(String role, String queues) {
    assertThat(sendable(role + ".Arn", () -> template.statementsOfRole(role)))
        .isEqualTo(new TreeSet<>(Set.of(queues.split(" ", -1))));
  }

  @Test
  void subscriber_maySendToTheEventsQueueOnly() throws IOException {
    Template subscriber = Template.ofSubscriber();
    assertThat(subscriber.properties("TaskRole").path("RoleName").asText())
        .isEqualTo(SUBSCRIBER.substring(SUBSCRIBER.indexOf('/') + 1));

    String queue = template.properties("EventsQueue").path("QueueName").asText();
    assertThat(
            subscriber
                .statementsOfRole("TaskRole")
                .filter(statement -> statement.path("Action").asText().equals(SEND))
                .map(statement -> statement.path("Resource").asText()))
        .singleElement()
        .asString()
        .endsWith(":" + queue);
    assertThat(sendable(SUBSCRIBER, this::everything)).contains("EventsQueue");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "arn:aws:iam::123456789012:role/admin",
        "arn:aws:iam::123456789012:user/developer",
        "arn:aws:iam::123456789012:root",
        "arn:aws:iam::123456789012:role/rampline-subscriber-elsewhere"
      })
  void otherPrincipal_isDenied_evenWithAllPermissions(String principal) {
    assertThat(sendable(principal, this::everything)).isEmpty();
  }

  @Test
  void anonymousRequest_isDenied() {
    PolicyEvaluator anonymous = new PolicyEvaluator(Map.of("aws:SecureTransport", "true"));

    assertThat(queues())
        .noneMatch(
            queue ->
                anonymous.isAllowed(
                    Stream.concat(everything(), Template.elements(queuesPolicy)), SEND, queue));
  }

  @Test
  void principalOfTheParameter_maySend() {
    assertThat(sendable("SenderArns", this::everything)).containsExactlyElementsOf(queues());
  }

  /** SQS moves messages to dead-letter queues itself; no other action is denied to anyone. */
  @Test
  void servicesOfAws_andOtherActions_areNotDenied() {
    Map<String, String> service = context("arn:aws:iam::1:role/any");
    service.put("aws:PrincipalIsAWSService", "true");
    assertThat(queues())
        .allMatch(
            queue ->
                new PolicyEvaluator(service)
                    .isAllowed(
                        Stream.concat(everything(), Template.elements(queuesPolicy)), SEND, queue));

    PolicyEvaluator administrator =
        new PolicyEvaluator(context("arn:aws:iam::123456789012:role/admin"));
    assertThat(
            Stream.of(
                "sqs:ReceiveMessage",
                "sqs:DeleteMessage",
                "sqs:DeleteQueue",
                "sqs:SetQueueAttributes",
                "sqs:PurgeQueue"))
        .allMatch(
            action ->
                administrator.isAllowed(
                    Stream.concat(everything(), Template.elements(queuesPolicy)),
                    action,
                    "EventsQueue.Arn"));
  }

  /** SQS moves dead letters past the policy, from each queue that names this one as its target. */
  @Test
  void deadLettersOfOtherQueues_areDenied() {
    assertThat(queues())
        .allSatisfy(
            queue ->
                assertThat(redriveSources(queue))
                    .as(queue)
                    .isEqualTo(queuesWithDeadLetterQueue(queue)));
  }

  @Test
  void plainHttp_isDenied() {
    Map<String, String> plain = context("WebhookRole.Arn");
    plain.put("aws:SecureTransport", "false");

    assertThat(
            new PolicyEvaluator(plain)
                .isAllowed(
                    Stream.concat(everything(), Template.elements(queuesPolicy)),
                    SEND,
                    "EventsQueue.Arn"))
        .isFalse();
  }

  @Test
  void policy_appliesToEveryQueue() {
    assertThat(template.properties("QueuesPolicy").path("Queues"))
        .extracting(JsonNode::asText)
        .containsExactlyInAnyOrderElementsOf(queues());
  }

  @Test
  void webhookFunction_cannotReadTheApiCredentials() {
    PolicyEvaluator webhook = new PolicyEvaluator(context("WebhookRole.Arn"));
    String read = "secretsmanager:GetSecretValue";

    assertThat(webhook.isAllowed(template.statementsOfRole("WebhookRole"), read, "Keys")).isTrue();
    assertThat(webhook.isAllowed(template.statementsOfRole("WebhookRole"), read, "ApiCredentials"))
        .isFalse();
    assertThat(webhook.isAllowed(template.statementsOfRole("RetryRole"), read, "Keys")).isFalse();
  }

  private Set<String> sendable(String principal, Supplier<Stream<JsonNode>> own) {
    PolicyEvaluator evaluator = new PolicyEvaluator(context(principal));
    return queues().stream()
        .filter(
            queue ->
                evaluator.isAllowed(
                    Stream.concat(own.get(), Template.elements(queuesPolicy)),
                    SEND,
                    queue + ".Arn"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Returns the names of the queues that may have that queue as their dead-letter queue. */
  private List<String> redriveSources(String queue) {
    JsonNode allowed = template.properties(queue).path("RedriveAllowPolicy");
    String permission = allowed.path("redrivePermission").asText("allowAll");
    return permission.equals("denyAll")
        ? List.of()
        : Stream.concat(
                Stream.of(permission),
                Template.elements(allowed.path("sourceQueueArns"))
                    .map(arn -> arn.asText().substring(arn.asText().lastIndexOf(':') + 1)))
            .toList();
  }

  private List<String> queuesWithDeadLetterQueue(String queue) {
    List<String> sources =
        template
            .ofType("AWS::SQS::Queue")
            .map(Map.Entry::getValue)
            .filter(
                source ->
                    source.at("/RedrivePolicy/deadLetterTargetArn").asText().equals(queue + ".Arn"))
            .map(source -> source.path("QueueName").asText())
            .toList();
    return sources.isEmpty()
        ? sources
        : Stream.concat(Stream.of("byQueue"), sources.stream()).toList();
  }

  private Set<String> queues() {
    return template
        .ofType("AWS::SQS::Queue")
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Map<String, String> context(String principal) {
    return new HashMap<>(
        Map.of(
            "aws:PrincipalArn", principal,
            "aws:PrincipalIsAWSService", "false",
            "aws:SecureTransport", "true"));
  }

  private Stream<JsonNode> everything() {
    try {
      return Stream.of(new JsonMapper().readTree(EVERYTHING));
    } catch (IOException notJson) {
      throw new UncheckedIOException(notJson);
    }
  }
}
