package dev.rampline.operations.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rampline.operations.doctor.CheckFinding.Failed;
import dev.rampline.operations.doctor.CheckFinding.Passed;
import dev.rampline.operations.doctor.CheckFinding.Skipped;
import dev.rampline.operations.doctor.CheckFinding.Warning;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;

/** Damages a stack of the template in different ways and runs the checks. */
@Isolated("The credentials are system properties.")
class StackInstallationTest {
  private final ScriptedStack aws = new ScriptedStack();

  StackInstallationTest() throws IOException {}

  @BeforeEach
  void setCredentials() {
    System.setProperty("aws.accessKeyId", "test");
    System.setProperty("aws.secretAccessKey", "test");
  }

  @AfterEach
  void close() {
    aws.close();
    System.clearProperty("aws.accessKeyId");
    System.clearProperty("aws.secretAccessKey");
  }

  @Test
  void healthyStack_passesEveryCheck() throws Exception {
    try (StackInstallation stack = new StackInstallation(aws.read())) {
      DiagnosticReport report = stack.runChecks();

      assertThat(report.results()).allMatch(result -> result.finding() instanceof Passed);
      assertThat(report.isHealthy()).isTrue();
      assertThat(report.results())
          .extracting(DiagnosticReport.Result::check)
          .containsExactlyInAnyOrder(
              "stack rampline",
              "parameters",
              "vocabulary",
              "table rampline-ledger",
              "table rampline-ledger, protection",
              "queue rampline-events.fifo",
              "queue rampline-events-dead.fifo",
              "queue rampline-relay-dead",
              "queue rampline-retry",
              "queue rampline-retry-dead",
              "queue rampline-quarantine",
              "queue rampline-schedule-dead",
              "queue rampline-events.fifo, protection",
              "queue rampline-events-dead.fifo, protection",
              "queue rampline-relay-dead, protection",
              "queue rampline-retry, protection",
              "queue rampline-retry-dead, protection",
              "queue rampline-quarantine, protection",
              "queue rampline-schedule-dead, protection",
              "messages in rampline-events-dead.fifo",
              "messages in rampline-relay-dead",
              "messages in rampline-retry-dead",
              "messages in rampline-quarantine",
              "messages in rampline-schedule-dead",
              "keys",
              "access token",
              "function WebhookFunction",
              "function RelayFunction",
              "function RetryFunction",
              "function RotationFunction",
              "function ReconcileFunction",
              "relay's stream",
              "alarms",
              "webhook URL",
              "clock, AWS",
              "provider",
              "clock, provider");
      assertThat(report.results())
          .extracting(result -> result.finding().message())
          .contains("2 alarms, none in ALARM.", "The API lists orders.");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "alarms | rampline-Alarms-1 | AWS::CloudWatch::Alarm | Other | The stack has no alarms.",
        "alarms | DescribeAlarms | rampline-two | rampline-three | rampline-two was deleted.",
        "table rampline-ledger | DescribeTable | TableStatus\":\"ACTIVE | TableStatus\":\"UPDATING"
            + " | The table is UPDATING.",
        "table rampline-ledger | DescribeTable | \"open\",\"IndexStatus\":\"ACTIVE"
            + " | \"open\",\"IndexStatus\":\"CREATING | The index open is CREATING.",
        "table rampline-ledger | DescribeTable | KEYS_ONLY | ALL"
            + " | The index partner-order has a different key or projection.",
        "table rampline-ledger | DescribeTable | {\"AttributeName\":\"subject\",\"KeyType\""
            + " | {\"AttributeName\":\"id\",\"KeyType\" | The key has a different name or type.",
        "table rampline-ledger | DescribeTable | \"AttributeName\":\"subject\",\"AttributeType\":\"S\""
            + " | \"AttributeName\":\"subject\",\"AttributeType\":\"N\""
            + " | The key has a different name or type.",
        "table rampline-ledger | DescribeTable | NEW_AND_OLD_IMAGES | NEW_IMAGE"
            + " | The table has no stream of new and old images",
        "table rampline-ledger | DescribeTable | \"IndexName\":\"open\" | \"IndexName\":\"closed\""
            + " | The table has no index open.",
        "table rampline-ledger | DescribeTable | {\"AttributeName\":\"nextCheckAt\",\"KeyType\""
            + " | {\"AttributeName\":\"at\",\"KeyType\""
            + " | The index open has a different key or projection.",
        "table rampline-ledger | DescribeTimeToLive | DISABLED | ENABLED | Records expire",
        "table rampline-ledger | DescribeTimeToLive | DISABLED | ENABLING | Records expire",
        "table rampline-ledger, protection | DescribeTable | \"DeletionProtectionEnabled\":true"
            + " | \"DeletionProtectionEnabled\":false | Deletion protection is off.",
        "table rampline-ledger, protection | DescribeTable | \"SSEDescription\" | \"Other\""
            + " | The table is not encrypted with a KMS key.",
        "table rampline-ledger, protection | DescribeTable | {\"Status\":\"ENABLED\"}"
            + " | {\"Status\":\"DISABLED\"} | The table is not encrypted with a KMS key.",
        "table rampline-ledger, protection | DescribeContinuousBackups | Status\":\"ENABLED\"}"
            + " | Status\":\"DISABLED\"} | Point-in-time recovery is off.",
        "queue rampline-events.fifo | rampline-events.fifo | rampline-events-dead.fifo"
            + " | another-dead.fifo | The dead-letter queue is not rampline-events-dead.fifo.",
        "queue rampline-events.fifo | rampline-events.fifo | \\\"1000\\\" | \\\"10\\\""
            + " | The maximum receive count is not 1000.",
        "queue rampline-retry | rampline-retry | \"RedrivePolicy\" | \"Other\""
            + " | The dead-letter queue is not rampline-retry-dead.",
        "queue rampline-quarantine | rampline-quarantine | 1209600 | 345600"
            + " | MessageRetentionPeriod is 345600 instead of 1209600.",
        "queue rampline-events.fifo | rampline-events.fifo | perMessageGroupId | perQueue"
            + " | FifoThroughputLimit is perQueue instead of perMessageGroupId.",
        "queue rampline-retry, protection | rampline-retry | \"SqsManagedSseEnabled\":\"true\""
            + " | \"SqsManagedSseEnabled\":\"false\" | The messages are not encrypted.",
        "queue rampline-retry, protection | rampline-retry | \\\"Deny\\\" | \\\"Allow\\\""
            + " | The queue accepts requests without TLS.",
        "queue rampline-retry, protection | rampline-retry | sqs:* | sqs:ReceiveMessage"
            + " | The queue accepts requests without TLS.",
        "queue rampline-retry, protection | rampline-retry | \\\"false\\\" | \\\"true\\\""
            + " | The queue accepts requests without TLS.",
        "queue rampline-retry, protection | rampline-retry | \"Policy\" | \"Other\""
            + " | The queue accepts requests without TLS.",
        "queue rampline-retry, protection | rampline-retry | sqs:SendMessage | sqs:PurgeQueue"
            + " | Every principal of the account with the permission may send",
        "queue rampline-retry, protection | rampline-retry | [\\\"arn:aws:iam::1:role/webhook\\\"] | []"
            + " | Every principal of the account with the permission may send",
        "queue rampline-retry, protection | rampline-retry | denyAll | allowAll"
            + " | Other queues may have this queue as their dead-letter queue.",
        "queue rampline-retry, protection | rampline-retry | \"RedriveAllowPolicy\" | \"Other\""
            + " | Other queues may have this queue as their dead-letter queue.",
        "queue rampline-retry-dead, protection | rampline-retry-dead | byQueue | allowAll"
            + " | Other queues may have this queue as their dead-letter queue.",
        "queue rampline-retry-dead, protection | rampline-retry-dead | :rampline-retry\\\"] | :other\\\"]"
            + " | Other queues may have this queue as their dead-letter queue.",
        "function RelayFunction | RelayFunction | rampline-relay-dead\" | other\""
            + " | RAMPLINE_RELAY_DEAD_QUEUE_URL does not match the stack's RelayDeadQueue.",
        "function WebhookFunction | WebhookFunction | rampline-ledger | other"
            + " | RAMPLINE_TABLE does not match the stack's Ledger.",
        "function ReconcileFunction | ReconcileFunction | header-key | query-key"
            + " | The function does not use the stack's ProviderAuth.",
        "relay's stream | mappings | Enabled | Disabled | The event source mapping is Disabled.",
        "keys | rampline/keys | an-access-token-of-fair-length-000 | short | accessTokens",
        "webhook URL | webhook | malformed | not found | but not from the webhook function.",
        "webhook URL | DescribeStacks | WebhookUrl | Other | The stack has no URL in its output WebhookUrl.",
        "provider | orders | data | rows | The API responds but does not list orders",
        "vocabulary | DescribeStacks | <ParameterValue></ParameterValue>"
            + " | <ParameterValue>{</ParameterValue> | RAMPLINE_VOCABULARY",
        "provider | DescribeStacks | header-key | any-key | RAMPLINE_PROVIDER_AUTH",
        "stack rampline | DescribeStacks | CREATE_COMPLETE | ROLLBACK_COMPLETE"
            + " | The stack is ROLLBACK_COMPLETE.",
      })
  void damage_fails(String check, String answer, String part, String replacement, String text)
      throws Exception {
    aws.change(answer, part, replacement);

    assertThat(findings(check))
        .anySatisfy(
            finding -> {
              assertThat(finding).isInstanceOf(Failed.class);
              assertThat(finding.message()).contains(text);
            });
  }

  @Test
  void alarm_ofAnInstallationWithAnotherName_hasTheEntryOfTheRunbook() throws Exception {
    aws.change("DescribeStacks", "<ParameterValue>rampline<", "<ParameterValue>staging<");
    aws.change(HealthyStack.ALARMS, "rampline-", "staging-");
    aws.change("DescribeAlarms", "rampline-", "staging-");
    aws.change("DescribeAlarms", "<StateValue>OK", "<StateValue>ALARM");

    assertThat(findings("alarms"))
        .singleElement()
        .asString()
        .contains("staging-one is in ALARM.", "#rampline-one.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "alarms | DescribeAlarms | <StateValue>OK | <StateValue>ALARM | rampline-one is in ALARM.",
        "alarms | DescribeAlarms | true | false | rampline-one has no enabled action.",
        "messages in rampline-quarantine | rampline-quarantine"
            + " | \"ApproximateNumberOfMessages\":\"0\" | \"ApproximateNumberOfMessages\":\"3\""
            + " | About 3 messages in the queue.",
        "stack rampline | DescribeStacks | CREATE_COMPLETE | UPDATE_IN_PROGRESS"
            + " | The stack is UPDATE_IN_PROGRESS.",
        "stack rampline | DescribeStacks | CREATE_COMPLETE | UPDATE_ROLLBACK_COMPLETE"
            + " | The stack is UPDATE_ROLLBACK_COMPLETE.",
        "keys | rampline/api | an-api-key-of-fair-length | short | apiKey has too few",
      })
  void doubt_causesAWarning(
      String check, String answer, String part, String replacement, String text) throws Exception {
    aws.change(answer, part, replacement);

    assertThat(findings(check))
        .allMatch(finding -> finding instanceof Warning)
        .anyMatch(finding -> finding.message().contains(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "queue rampline-retry | rampline-retry | The queue does not exist.",
        "table rampline-ledger | DescribeTable | The table does not exist",
        "function RetryFunction | RetryFunction | The function does not exist.",
      })
  void missingResource_fails(String check, String answer, String text) throws Exception {
    aws.remove(answer);

    assertThat(findings(check))
        .singleElement()
        .isInstanceOf(Failed.class)
        .asString()
        .contains(text);
  }

  @Test
  void missingQueue_isReportedOnce() throws Exception {
    aws.remove("rampline-quarantine");

    assertThat(findings("queue rampline-quarantine, protection"))
        .allMatch(Skipped.class::isInstance);
    assertThat(findings("messages in rampline-quarantine")).allMatch(Skipped.class::isInstance);
  }

  @Test
  void encryptionWithAKmsKey_passes() throws Exception {
    aws.change("rampline-retry", "\"SqsManagedSseEnabled\":\"true\"", "\"KmsMasterKeyId\":\"k\"");

    assertThat(findings("queue rampline-retry, protection"))
        .containsExactly(new Passed("Encrypted; TLS required; other senders denied."));
  }

  @Test
  void policyWithASingleStatement_isRead() throws Exception {
    aws.change("rampline-retry", "[{\\\"Effect\\\":\\\"Deny\\\"", "{\\\"Effect\\\":\\\"Deny\\\"");
    aws.change("rampline-retry", "\\\"false\\\"}}},", "\\\"false\\\"}}},\\\"Other\\\":[");

    assertThat(findings("queue rampline-retry, protection"))
        .singleElement()
        .satisfies(finding -> assertThat(finding.message()).startsWith("Every principal"));
  }

  @Test
  void stackWithoutAProvider_hasNoFunctionsThatCallIt() throws Exception {
    aws.change("DescribeStacks", "<ParameterValue>" + aws.url() + "<", "<ParameterValue><");

    assertThat(findings("function ReconcileFunction")).allMatch(Skipped.class::isInstance);
    assertThat(findings("function RotationFunction")).allMatch(Skipped.class::isInstance);
    assertThat(findings("provider")).allMatch(Skipped.class::isInstance);
    assertThat(findings("parameters")).allMatch(Warning.class::isInstance);
  }

  @Test
  void topic_isChecked_andThatTheRelayPublishesToIt() throws Exception {
    aws.addTopic();

    assertThat(findings("topic rampline-events.fifo"))
        .containsExactly(new Passed("Encrypted; other senders denied; subscribed."));
    assertThat(findings("function RelayFunction")).allMatch(Passed.class::isInstance);

    aws.change("RelayFunction", HealthyStack.TOPIC, "");
    assertThat(findings("function RelayFunction"))
        .singleElement()
        .satisfies(
            finding ->
                assertThat(finding.message())
                    .isEqualTo("RAMPLINE_TOPIC_ARN does not match the stack's EventsTopic."));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "KmsMasterKeyId | Other | The messages are not encrypted.",
        "Deny | Allow | Principals other than the relay",
        "{\"Statement\" | {Statement | Principals other than the relay",
        "role/relay | role/other | Principals other than the relay",
        "role/relay | * | Principals other than the relay",
        "\"none\" | [\"none\",\"arn:aws:iam::1:role/other\"] | Principals other than the relay",
        "<value>1< | <value>0< | No queue is subscribed.",
      })
  void damagedTopic_isReported(String part, String replacement, String text) throws Exception {
    aws.addTopic();
    aws.change("GetTopicAttributes", part, replacement);

    assertThat(findings("topic rampline-events.fifo"))
        .singleElement()
        .satisfies(finding -> assertThat(finding.message()).contains(text));
  }

  @Test
  void actionsOfTheTopicsPolicy_mayBeAList() throws Exception {
    aws.addTopic();
    aws.change("GetTopicAttributes", "\"sns:Publish\"", "[\"SNS:Publish\"]");

    assertThat(findings("topic rampline-events.fifo")).allMatch(Passed.class::isInstance);
  }

  @Test
  void operatorThatIsNamedTwice_mayPublishToTheTopic() throws Exception {
    String operator = "arn:aws:iam::1:role/other";
    aws.addTopic();
    aws.change(
        "DescribeStacks",
        "<Parameters>",
        "<Parameters><member><ParameterKey>SenderArns</ParameterKey><ParameterValue>%s,%s</ParameterValue></member>"
            .formatted(operator, operator));
    aws.change("GetTopicAttributes", "\"none\"", "[\"%s\"]".formatted(operator));

    assertThat(findings("topic rampline-events.fifo")).allMatch(Passed.class::isInstance);
  }

  @Test
  void missingTopic_fails() throws Exception {
    aws.addTopic();
    aws.remove("GetTopicAttributes");

    assertThat(findings("topic rampline-events.fifo"))
        .singleElement()
        .isInstanceOf(Failed.class)
        .asString()
        .contains("The topic does not exist");
  }

  @Test
  void relayWithoutATopic_matchesAStackWithoutOne() throws Exception {
    aws.change(
        "RelayFunction", "\"RAMPLINE_TABLE\"", "\"RAMPLINE_TOPIC_ARN\":\"\",\"RAMPLINE_TABLE\"");

    assertThat(findings("function RelayFunction")).allMatch(Passed.class::isInstance);
  }

  @Test
  void queueOfAnotherName_isChecked() throws Exception {
    aws.change("ListStackResources", "/rampline-retry<", "/other-retry<");

    assertThat(findings("queue other-retry"))
        .containsExactly(new Failed("The queue does not exist.", StackStores.REMEDY));
  }

  @Test
  void deniedRequest_isAFailureOfItsCheck() throws Exception {
    aws.remove("DescribeAlarms");

    assertThat(findings("alarms"))
        .singleElement()
        .isInstanceOf(Failed.class)
        .asString()
        .contains("Access denied: ");
  }

  @Test
  void stackThatDoesNotExist_isAnError() {
    aws.remove("DescribeStacks");

    assertThatThrownBy(aws::read).isInstanceOf(CloudFormationException.class);
  }

  /** Runs the checks of that name. */
  private List<CheckFinding> findings(String name) throws Exception {
    try (StackInstallation stack = new StackInstallation(aws.read())) {
      List<Check> checks =
          stack.checks().stream().filter(check -> check.name().equals(name)).toList();
      assertThat(checks).hasSize(1);
      return DiagnosticReport.of(checks).results().stream()
          .map(DiagnosticReport.Result::finding)
          .toList();
    }
  }
}
