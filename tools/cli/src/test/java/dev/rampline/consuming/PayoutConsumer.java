package dev.rampline.consuming;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import dev.rampline.consumer.example.PayoutFunction;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.model.Message;

/** The example function and its output. */
final class PayoutConsumer {
  private final ByteArrayOutputStream lines = new ByteArrayOutputStream();
  private final PayoutFunction function;

  /** Creates a function without handled states. */
  PayoutConsumer(DynamoDbClient tables, String ledger, String payouts) {
    this.function =
        new PayoutFunction(
            tables,
            Map.of(
                "LEDGER_TABLE", ledger,
                "PAYOUTS_TABLE", payouts,
                "HANDLED_TABLE", ConsumerTable.create(tables)),
            new PrintStream(lines, true, StandardCharsets.UTF_8));
  }

  /** Passes messages as Lambda does; returns the ids of the failed ones. */
  List<String> take(List<Message> messages) {
    SQSEvent event = new SQSEvent();
    event.setRecords(messages.stream().map(PayoutConsumer::sqsMessage).toList());
    return function.handleRequest(event, null).getBatchItemFailures().stream()
        .map(BatchItemFailure::getItemIdentifier)
        .toList();
  }

  List<String> lines() {
    return lines.toString(StandardCharsets.UTF_8).lines().toList();
  }

  private static SQSMessage sqsMessage(Message message) {
    SQSMessage sqsMessage = new SQSMessage();
    sqsMessage.setMessageId(message.messageId());
    sqsMessage.setBody(message.body());
    sqsMessage.setAttributes(Map.of("MessageGroupId", ConsumerFixture.group(message)));
    return sqsMessage;
  }
}
