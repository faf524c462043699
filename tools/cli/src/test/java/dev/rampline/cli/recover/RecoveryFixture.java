package dev.rampline.cli.recover;

import dev.rampline.adapter.wiring.Closer;
import dev.rampline.cli.CommandRun;
import dev.rampline.cli.FreeOffset;
import dev.rampline.cli.KeysFile;
import dev.rampline.cli.QueueFixture;
import dev.rampline.devstack.DevKeys;
import dev.rampline.devstack.DevStack;
import dev.rampline.devstack.Ports;
import dev.rampline.embedded.LocalClients;
import dev.rampline.resources.QueuePlan;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.sqs.SqsClient;

/** A receiver, a relay and stores with messages to recover. */
final class RecoveryFixture extends QueueFixture implements AutoCloseable {
  private final DevKeys keys = DevKeys.random();
  private final int offset = FreeOffset.find();
  private final Ports ports = Ports.withOffset(offset);
  private final Closer started = new Closer();
  private final DevStack stack =
      started.register(
          DevStack.start(new DevStack.Settings(ports, false, keys, Map.of(), line -> {})));
  final SqsClient queues = started.register(LocalClients.sqs(ports.sqsOn(Ports.LOOPBACK)));

  /** Runs a command on this stack. */
  CommandRun run(String... arguments) {
    return CommandRun.of(
        Stream.concat(Stream.of(arguments), Stream.of("--port-offset", Integer.toString(offset)))
            .toArray(String[]::new));
  }

  /** Creates an order and receives its message; returns the body. */
  String createOrder(String orderId) {
    CommandRun run = trigger(orderId);
    if (run.code() != 0) {
      throw new IllegalStateException(run.err());
    }
    return drain(QueuePlan.EVENTS).getFirst();
  }

  /** Sends a webhook that reports a completed order. */
  CommandRun trigger(String orderId) {
    return CommandRun.of(
        "trigger",
        "ORDER_COMPLETED",
        "--order-id",
        orderId,
        "--to",
        stack.webhookUrl().toString(),
        KeysFile.of(keys.document()));
  }

  @Override
  public SqsClient queues() {
    return queues;
  }

  @Override
  public void close() {
    started.close();
  }
}
