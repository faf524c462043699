package dev.rampline.deployment;

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

/** A separate deployment for one test, with its functions and stores. */
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

  void putCredentials(String document) {
    secrets.putSecretValue(
        put -> put.secretId(stack.output("ApiSecretArn")).secretString(document));
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
        .filter(record -> record.version() > 0)
        .toList();
  }

  /** The table also contains items that are not records. */
  private static boolean isSubjectRecord(Map<String, AttributeValue> item) {
    String key = Objects.requireNonNull(item.get("subject")).s();
    return key.startsWith("order/") || key.startsWith("kyc/");
  }

  /** The state of each subject. */
  Map<String, String> states() {
    Map<String, String> states = new TreeMap<>();
    records().forEach(record -> states.put(record.subject().text(), record.state().text()));
    return states;
  }

  /** The messages that match the current records. */
  List<CloudEventMessage> currentMessages() {
    return records().stream().map(new MessageComposer(environment())::compose).toList();
  }

  /** The contents of all messages. */
  String environment() {
    return stack.variables("WebhookFunction").getOrDefault("RAMPLINE_ENVIRONMENT", "");
  }

  /** The number of messages that consumers must receive. */
  int expectedMessageCount() {
    return records().stream().mapToInt(record -> Math.toIntExact(record.version())).sum();
  }

  /** Receives all waiting messages, in order for each subject. */
  Map<String, List<CloudEventMessage>> receive(int expected) {
    return new ScratchQueue(queues, stack.output("EventsQueueUrl"))
        .receive(expected).stream().collect(groupingBy(message -> message.subject().text()));
  }

  /** A new client, which the caller closes. */
  SqsClient queues() {
    return aws.sqs();
  }

  void send(String output, String body) {
    queues.sendMessage(message -> message.queueUrl(stack.output(output)).messageBody(body));
  }

  /** Receives the bodies in the queue whose URL is that output. */
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
