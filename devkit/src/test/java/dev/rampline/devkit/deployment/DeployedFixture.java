package dev.rampline.devkit.deployment;

import static java.util.stream.Collectors.groupingBy;

import dev.rampline.adapter.AwsUnderTest;
import dev.rampline.adapter.ScratchQueue;
import dev.rampline.adapter.ScratchStandardQueue;
import dev.rampline.adapter.dynamodb.EntryCodec;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.message.CloudEventMessage;
import dev.rampline.message.MessageComposer;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** A deployment of its own for one test, with its functions, and what they have left there. */
final class DeployedFixture implements AutoCloseable {
  private final AwsUnderTest aws;
  private final DeployedStack stack;
  private final DeployedFunctions functions;
  private final DynamoDbClient tables;
  private final SqsClient queues;
  private final SecretsManagerClient secrets;

  DeployedFixture(AwsUnderTest aws) throws IOException {
    this(aws, DeployedStack.create(aws));
  }

  DeployedFixture(AwsUnderTest aws, DeployedStack stack) {
    this.aws = aws;
    this.stack = stack;
    this.functions = new DeployedFunctions(aws, stack);
    this.tables = aws.dynamoDb();
    this.queues = aws.sqs();
    this.secrets = aws.secretsManager();
  }

  DeployedStack stack() {
    return stack;
  }

  DeployedFunctions functions() {
    return functions;
  }

  DynamoDbClient tables() {
    return tables;
  }

  DynamoDbStreamsClient streams() {
    return aws.streams();
  }

  String table() {
    return stack.output("LedgerTable");
  }

  void putKeys(String document) {
    secrets.putSecretValue(
        put -> put.secretId(stack.output("KeysSecretArn")).secretString(document));
  }

  String keys() {
    return secrets
        .getSecretValue(wanted -> wanted.secretId(stack.output("KeysSecretArn")))
        .secretString();
  }

  List<LedgerRecord> records() {
    return tables
        .scanPaginator(scan -> scan.tableName(table()).consistentRead(true))
        .items()
        .stream()
        .filter(DeployedFixture::isSubjectRecord)
        .map(EntryCodec::decode)
        .filter(LedgerRecord.class::isInstance)
        .map(LedgerRecord.class::cast)
        .toList();
  }

  /** The table holds other things too. */
  private static boolean isSubjectRecord(Map<String, AttributeValue> item) {
    String key = Objects.requireNonNull(item.get("subject")).s();
    return key.startsWith("order/") || key.startsWith("kyc/");
  }

  /** Every subject's state. */
  Map<String, String> states() {
    Map<String, String> states = new TreeMap<>();
    records().forEach(record -> states.put(record.subject().text(), record.state().text()));
    return states;
  }

  /** The message of every record as it stands. */
  List<CloudEventMessage> currentMessages() {
    return records().stream().map(new MessageComposer(environment())::compose).toList();
  }

  /** What stands in every message. */
  String environment() {
    return stack.variables("WebhookFunction").getOrDefault("RAMPLINE_ENVIRONMENT", "");
  }

  /** How many messages consumers are owed. */
  int expectedMessageCount() {
    return records().stream().mapToInt(record -> Math.toIntExact(record.version())).sum();
  }

  /** Takes every message that waits, each subject's in their order. */
  Map<String, List<CloudEventMessage>> receive(int expected) {
    return new ScratchQueue(queues, stack.output("EventsQueueUrl"))
        .receive(expected).stream().collect(groupingBy(message -> message.subject().text()));
  }

  /** A client of its own, for whoever closes it. */
  SqsClient queues() {
    return aws.sqs();
  }

  void send(String output, String body) {
    queues.sendMessage(message -> message.queueUrl(stack.output(output)).messageBody(body));
  }

  /** Takes the bodies of what waits in the queue whose URL is that output. */
  List<String> receiveBodies(String output) {
    return new ScratchStandardQueue(queues, stack.output(output))
        .receive(1).stream().map(software.amazon.awssdk.services.sqs.model.Message::body).toList();
  }

  @Override
  public void close() {
    tables.close();
    queues.close();
    secrets.close();
    stack.close();
  }
}
