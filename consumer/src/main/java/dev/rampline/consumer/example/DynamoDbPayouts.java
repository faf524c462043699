package dev.rampline.consumer.example;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * Simulates payouts by printing a line, and marks in a table what was paid. A real implementation
 * passes the subject to the bank as an idempotency key, because a crash may happen between the mark
 * and the payment.
 */
final class DynamoDbPayouts implements Payouts {
  private final DynamoDbClient client;
  private final String table;
  private final PrintStream bank;

  DynamoDbPayouts(DynamoDbClient client, String table, PrintStream bank) {
    this.client = Objects.requireNonNull(client, "client");
    this.table = Objects.requireNonNull(table, "table");
    this.bank = Objects.requireNonNull(bank, "bank");
  }

  @Override
  public void payOnce(String subject, JsonNode data) {
    Map<String, AttributeValue> mark =
        Map.of(
            "subject", AttributeValue.fromS(subject),
            "version", AttributeValue.fromN(data.path("version").asText()));
    try {
      client.putItem(
          put ->
              put.tableName(table).item(mark).conditionExpression("attribute_not_exists(subject)"));
      bank.println("paid: " + subject);
    } catch (ConditionalCheckFailedException paidBefore) {
      // The order was paid before, so there is nothing to do.
    }
  }
}
