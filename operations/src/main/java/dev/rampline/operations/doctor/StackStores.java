package dev.rampline.operations.doctor;

import dev.rampline.adapter.wiring.Closer;
import dev.rampline.operations.stack.AwsAccess;
import dev.rampline.operations.stack.StackView;
import dev.rampline.resources.QueuePlan;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * The table, the queues, and the topic of a stack.
 *
 * @param owned closes the clients
 */
record StackStores(StackView stack, AwsAccess access, Closer owned) {
  static final String REMEDY =
      "Restore the value in template.yaml. aws cloudformation detect-stack-drift finds other manual"
          + " changes.";

  List<Check> checks() {
    DynamoDbClient tables = owned.register(access.client(DynamoDbClient.builder()));
    QueueResolver queues =
        new QueueResolver(owned.register(access.client(SqsClient.builder())), stack::queueName);
    String table = stack.ledgerTable();
    List<Check> checks = new ArrayList<>();
    checks.add(new LedgerTableCheck(tables, table, REMEDY));
    checks.add(new LedgerProtection(tables, table));
    List<QueuePlan> plans = List.of(QueuePlan.values());
    plans.forEach(plan -> checks.add(new QueueAttributesCheck(queues, plan, REMEDY)));
    plans.forEach(plan -> checks.add(new QueueProtection(queues, plan)));
    plans.stream()
        .filter(plan -> plan.redrive().isEmpty())
        .forEach(plan -> checks.add(new DeadLetterQueueCheck(queues, plan)));
    stack
        .topic()
        .map(
            arn ->
                new TopicCheck(
                    owned.register(access.client(SnsClient.builder())),
                    arn,
                    stack.resource("RelayRole").orElse(""),
                    stack.parameter("SenderArns")))
        .ifPresent(checks::add);
    return checks;
  }
}
