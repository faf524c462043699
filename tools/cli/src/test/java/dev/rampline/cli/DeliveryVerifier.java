package dev.rampline.cli;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.rampline.demo.LedgerScan;
import dev.rampline.demo.QueueReader;
import dev.rampline.resources.LedgerTable;
import dev.rampline.resources.QueuePlan;
import dev.rampline.testkit.check.EndToEndChecker;
import dev.rampline.testkit.check.ExpectedOrder;
import dev.rampline.testkit.check.ExpectedOrder.OrderEvent;
import dev.rampline.testkit.check.ObservedMessage;
import dev.rampline.testkit.check.Violation;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Compares what a load was answered with the ledger and with what a consumer received. */
final class DeliveryVerifier {
  private final LedgerScan ledger;
  private final QueueReader queue;
  private final List<ObservedMessage> received = new ArrayList<>();

  DeliveryVerifier(DynamoDbClient tables, SqsClient queues) {
    String url =
        queues.getQueueUrl(wanted -> wanted.queueName(QueuePlan.EVENTS.queueName())).queueUrl();
    this.ledger = new LedgerScan(tables, LedgerTable.NAME);
    this.queue = new QueueReader(queues, URI.create(url));
  }

  /** What does not hold: nothing, once all accepted webhooks have come through. */
  List<Violation> violations(List<WebhookLoad.SentWebhook> sent) {
    Stream.generate(queue::receiveAndDelete)
        .takeWhile(messages -> !messages.isEmpty())
        .forEach(received::addAll);
    EndToEndChecker checker = new EndToEndChecker(received);
    checker.checkRecords(ledger.rows().values(), true);
    Map<String, ExpectedOrder> orders =
        sent.stream()
            .collect(
                groupingBy(
                    WebhookLoad.SentWebhook::order,
                    collectingAndThen(toList(), DeliveryVerifier::expected)));
    orders.values().forEach(order -> checker.checkEvents(order, Set.of()));
    return checker.violations();
  }

  private static ExpectedOrder expected(List<WebhookLoad.SentWebhook> ofOrder) {
    List<OrderEvent> events = ofOrder.stream().map(DeliveryVerifier::event).toList();
    return new ExpectedOrder("order/" + ofOrder.getFirst().order(), events)
        .accepting(index -> ofOrder.get(index).isAccepted());
  }

  private static OrderEvent event(WebhookLoad.SentWebhook webhook) {
    return new OrderEvent(webhook.report(), Map.of());
  }
}
