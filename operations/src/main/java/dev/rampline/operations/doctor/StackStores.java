package dev.rampline.operations.doctor;

import dev.rampline.adapter.wiring.Closer;
import dev.rampline.resources.LedgerTable;
import dev.rampline.resources.QueuePlan;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * The table and the queues of a stack.
 *
 * @param owned closes the clients
 */
record StackStores(StackView stack, AwsAccess access, Closer owned) {
  static final String REMEDY =
      "Restore the value in template.yaml. aws cloudformation detect-stack-drift finds other manual"
          + " changes.";

  /** The logical ids of the queues. */
  private static final Map<QueuePlan, String> QUEUES =
      new EnumMap<>(
          Map.of(
              QueuePlan.EVENTS, "EventsQueue",
              QueuePlan.EVENTS_DEAD, "EventsDeadQueue",
              QueuePlan.RELAY_DEAD, "RelayDeadQueue",
              QueuePlan.RETRY, "RetryQueue",
              QueuePlan.RETRY_DEAD, "RetryDeadQueue",
              QueuePlan.SCHEDULE_DEAD, "ScheduleDeadQueue"));

  List<Check> checks() {
    DynamoDbClient tables = owned.register(access.client(DynamoDbClient.builder()));
    QueueResolver queues =
        new QueueResolver(owned.register(access.client(SqsClient.builder())), this::nameOf);
    String table = stack.resource("Ledger").orElse(LedgerTable.NAME);
    List<Check> checks = new ArrayList<>();
    checks.add(new LedgerTableCheck(tables, table, REMEDY));
    checks.add(new LedgerProtection(tables, table));
    QUEUES.keySet().forEach(plan -> checks.add(new QueueAttributesCheck(queues, plan, REMEDY)));
    QUEUES.keySet().forEach(plan -> checks.add(new QueueProtection(queues, plan)));
    QUEUES.keySet().stream()
        .filter(plan -> plan.redrive().isEmpty())
        .forEach(plan -> checks.add(new DeadLetterQueueCheck(queues, plan)));
    return checks;
  }

  /** Returns the last part of the queue URL, which is the physical id. */
  private String nameOf(QueuePlan plan) {
    return stack
        .resource(QUEUES.getOrDefault(plan, ""))
        .map(url -> url.substring(url.lastIndexOf('/') + 1))
        .orElse(plan.queueName());
  }
}
