package dev.rampline.cli;

import dev.rampline.adapter.wiring.Closer;
import dev.rampline.cli.options.ProjectHome;
import dev.rampline.devstack.DevKeys;
import dev.rampline.devstack.DevStack;
import dev.rampline.devstack.LocalProvider;
import dev.rampline.devstack.Ports;
import dev.rampline.devstack.RunningDevStack;
import dev.rampline.devstack.http.LocalWebhookServer;
import dev.rampline.embedded.EmbeddedQueues;
import dev.rampline.embedded.LocalClients;
import dev.rampline.emulator.ApiFaultInjector;
import dev.rampline.resources.LedgerTable;
import dev.rampline.resources.QueuePlan;
import java.net.URI;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.sqs.SqsClient;

/** A stack like that of {@code ./rampline dev}, which tests can damage and restore. */
final class DoctorFixture implements AutoCloseable {
  final DevKeys keys = DevKeys.random();
  private final int offset = FreeOffset.find();
  private final Ports ports = Ports.withOffset(offset);
  private final Closer started = new Closer();
  private final DevStack stack =
      started.register(
          DevStack.start(new DevStack.Settings(ports, false, keys, Map.of(), line -> {})));
  private final LocalProvider provider =
      started.register(LocalProvider.start(ports, keys, ApiFaultInjector.NONE));
  final DynamoDbClient tables =
      started.register(LocalClients.dynamoDb(ports.dynamoDbOn(Ports.LOOPBACK)));
  final SqsClient queues = started.register(LocalClients.sqs(ports.sqsOn(Ports.LOOPBACK)));

  /** Runs the doctor on this stack. */
  CommandRun runDoctor(String... more) throws Exception {
    return runDoctor(running -> running, more);
  }

  /** Runs the doctor on this stack with a changed announcement. */
  CommandRun runDoctor(UnaryOperator<RunningDevStack> changed, String... more) throws Exception {
    RunningDevStack running =
        new RunningDevStack(
            ProcessHandle.current().pid(), stack.webhookUrl(), keys, provider.apiUrl());
    try (AutoCloseable _ = changed.apply(running).writeFile(ProjectHome.state(), offset)) {
      return CommandRun.of(
          Stream.concat(
                  Stream.of("doctor", "--port-offset", Integer.toString(offset)), Stream.of(more))
              .toArray(String[]::new));
    }
  }

  /** Returns another path on the receiver. */
  URI unusedUrl() {
    return URI.create(stack.webhookUrl().toString().replace(LocalWebhookServer.PATH, "/elsewhere"));
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

  /** Restores the table and the queues. */
  void restore() {
    try {
      dropTable();
    } catch (ResourceNotFoundException gone) {
      // The resource is missing already.
    }
    LedgerTable.create(tables);
    queues.listQueues().queueUrls().forEach(url -> queues.deleteQueue(it -> it.queueUrl(url)));
    var _ = EmbeddedQueues.create(queues);
  }

  @Override
  public void close() {
    started.close();
  }
}
