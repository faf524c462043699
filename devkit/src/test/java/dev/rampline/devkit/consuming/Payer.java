package dev.rampline.devkit.consuming;

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

/** The example function, and the lines that it writes. */
final class Payer {
  private final ByteArrayOutputStream lines = new ByteArrayOutputStream();
  private final PayoutFunction function;

  /** With a memory that is empty. */
  Payer(DynamoDbClient tables, String ledger, String payouts) {
    PrintStream log = new PrintStream(lines, true, StandardCharsets.UTF_8);
    this.function =
        new PayoutFunction(
            tables,
            Map.of(
                "LEDGER_TABLE", ledger,
                "PAYOUTS_TABLE", payouts,
                "HANDLED_TABLE", OwnTable.create(tables)),
            (key, order) -> log.println("paid: " + key),
            log);
  }

  /** Hands messages over as Lambda does; returns how many failed. */
  List<String> take(List<Message> messages) {
    SQSEvent event = new SQSEvent();
    event.setRecords(messages.stream().map(Payer::handedOver).toList());
    return function.handleRequest(event, null).getBatchItemFailures().stream()
        .map(BatchItemFailure::getItemIdentifier)
        .toList();
  }

  List<String> lines() {
    return lines.toString(StandardCharsets.UTF_8).lines().toList();
  }

  private static SQSMessage handedOver(Message message) {
    SQSMessage handedOver = new SQSMessage();
    handedOver.setMessageId(message.messageId());
    handedOver.setBody(message.body());
    handedOver.setAttributes(Map.of("MessageGroupId", ConsumerStage.group(message)));
    return handedOver;
  }
}
