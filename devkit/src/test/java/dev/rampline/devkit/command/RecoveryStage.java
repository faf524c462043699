package dev.rampline.devkit.command;

import dev.rampline.devkit.stack.Closing;
import dev.rampline.devkit.stack.DevKeys;
import dev.rampline.devkit.stack.Ports;
import dev.rampline.devkit.stack.Stack;
import dev.rampline.embedded.LocalClients;
import dev.rampline.embedded.QueuePlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/** Receiver, relay and stores, with letters that somebody has to bring home. */
final class RecoveryStage implements AutoCloseable {
  private final DevKeys keys = DevKeys.random();
  private final int offset = FreeOffset.find();
  private final Ports ports = Ports.movedBy(offset);
  private final Closing started = new Closing();
  private final Stack stack =
      started.later(Stack.start(new Stack.Settings(ports, false, keys, Map.of(), line -> {})));
  final SqsClient queues = started.later(LocalClients.sqs(ports.sqsOn(Ports.LOOPBACK)));

  /** Runs a command on it. */
  CommandRun run(String... arguments) {
    return CommandRun.of(
        Stream.concat(Stream.of(arguments), Stream.of("--port-offset", Integer.toString(offset)))
            .toArray(String[]::new));
  }

  /** An order that is known, and whose message has been received: its body. */
  String known(String orderId) {
    CommandRun run = trigger(orderId);
    if (run.code() != 0) {
      throw new IllegalStateException(run.err());
    }
    return drained(QueuePlan.EVENTS).getFirst();
  }

  /** Lets the provider say that an order has completed. */
  CommandRun trigger(String orderId) {
    return CommandRun.of(
        "trigger",
        "ORDER_COMPLETED",
        "--order-id",
        orderId,
        "--to",
        stack.webhookUrl().toString(),
        "--access-token",
        keys.accessTokens().getFirst());
  }

  void letter(QueuePlan plan, String body) {
    queues.sendMessage(message -> message.queueUrl(url(plan)).messageBody(body));
  }

  void deadEvent(String subject, String body) {
    queues.sendMessage(
        message ->
            message
                .queueUrl(url(QueuePlan.EVENTS_DEAD))
                .messageBody(body)
                .messageGroupId(subject)
                .messageDeduplicationId(Integer.toString(body.hashCode())));
  }

  /** All that lies in a queue, which is empty then. */
  List<String> drained(QueuePlan plan) {
    List<String> bodies = new ArrayList<>();
    for (List<Message> some = receive(plan); !some.isEmpty(); some = receive(plan)) {
      for (Message message : some) {
        bodies.add(message.body());
        queues.deleteMessage(
            gone -> gone.queueUrl(url(plan)).receiptHandle(message.receiptHandle()));
      }
    }
    return bodies;
  }

  /** Throws away what lies in any queue. */
  void empty() {
    queues.listQueues().queueUrls().forEach(url -> queues.purgeQueue(it -> it.queueUrl(url)));
  }

  private List<Message> receive(QueuePlan plan) {
    return queues
        .receiveMessage(
            wanted -> wanted.queueUrl(url(plan)).maxNumberOfMessages(10).waitTimeSeconds(0))
        .messages();
  }

  private String url(QueuePlan plan) {
    return queues.getQueueUrl(wanted -> wanted.queueName(plan.queueName())).queueUrl();
  }

  @Override
  public void close() {
    started.close();
  }
}
