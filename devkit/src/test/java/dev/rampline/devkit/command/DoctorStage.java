package dev.rampline.devkit.command;

import dev.rampline.devkit.emulator.Mischief;
import dev.rampline.devkit.front.WebhookFront;
import dev.rampline.devkit.stack.Closing;
import dev.rampline.devkit.stack.DevKeys;
import dev.rampline.devkit.stack.LocalProvider;
import dev.rampline.devkit.stack.Ports;
import dev.rampline.devkit.stack.RunningDev;
import dev.rampline.devkit.stack.Stack;
import dev.rampline.embedded.LedgerTable;
import dev.rampline.embedded.LocalClients;
import dev.rampline.embedded.QueuePlan;
import dev.rampline.embedded.Queues;
import java.net.URI;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.sqs.SqsClient;

/** What {@code ./rampline dev} runs, in this process, to be broken and put right again. */
final class DoctorStage implements AutoCloseable {
  final DevKeys keys = DevKeys.random();
  private final int offset = FreeOffset.find();
  private final Ports ports = Ports.movedBy(offset);
  private final Closing started = new Closing();
  private final Stack stack =
      started.later(Stack.start(new Stack.Settings(ports, false, keys, Map.of(), line -> {})));
  private final LocalProvider provider =
      started.later(LocalProvider.start(ports, keys, Mischief.NONE));
  final DynamoDbClient tables =
      started.later(LocalClients.dynamoDb(ports.dynamoDbOn(Ports.LOOPBACK)));
  final SqsClient queues = started.later(LocalClients.sqs(ports.sqsOn(Ports.LOOPBACK)));

  /** What the doctor says of it. */
  CommandRun examined(String... more) throws Exception {
    return examined(running -> running, more);
  }

  /** The same of one that is announced as another. */
  CommandRun examined(UnaryOperator<RunningDev> changed, String... more) throws Exception {
    RunningDev running =
        new RunningDev(ProcessHandle.current().pid(), stack.webhookUrl(), keys, provider.apiUrl());
    try (AutoCloseable _ = changed.apply(running).announce(Home.path(), offset)) {
      return CommandRun.of(
          Stream.concat(
                  Stream.of("doctor", "--port-offset", Integer.toString(offset)), Stream.of(more))
              .toArray(String[]::new));
    }
  }

  /** Another path on the receiver's address. */
  URI elsewhere() {
    return URI.create(stack.webhookUrl().toString().replace(WebhookFront.PATH, "/elsewhere"));
  }

  void dropTable() {
    tables.deleteTable(wanted -> wanted.tableName(LedgerTable.NAME));
  }

  void replaceTable(UnaryOperator<CreateTableRequest.Builder> changed) {
    dropTable();
    tables.createTable(changed.apply(LedgerTable.plan(LedgerTable.NAME).toBuilder()).build());
  }

  void dropQueue(QueuePlan plan) {
    queues.deleteQueue(wanted -> wanted.queueUrl(url(plan)));
  }

  String url(QueuePlan plan) {
    return queues.getQueueUrl(wanted -> wanted.queueName(plan.queueName())).queueUrl();
  }

  /** Stores as they were made. */
  void putRight() {
    try {
      dropTable();
    } catch (ResourceNotFoundException gone) {
      // So much the better.
    }
    LedgerTable.create(tables);
    queues.listQueues().queueUrls().forEach(url -> queues.deleteQueue(it -> it.queueUrl(url)));
    var _ = Queues.create(queues);
  }

  @Override
  public void close() {
    started.close();
  }
}
