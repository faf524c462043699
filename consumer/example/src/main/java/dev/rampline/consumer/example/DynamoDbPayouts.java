package dev.rampline.consumer.example;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/**
 * Keeps the payouts in a table, each first {@code pending} and then {@code done}. Between the two,
 * the bank is called with the subject as the idempotency key. After a crash the payout is still
 * pending, and the next call for the order pays what was stored, under the same key.
 */
final class DynamoDbPayouts implements Payouts {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String SUBJECT = "subject";
  private static final String STATUS = "status";
  private static final String ORDER = "order";
  private static final AttributeValue PENDING = AttributeValue.fromS("pending");
  private static final AttributeValue DONE = AttributeValue.fromS("done");

  private final DynamoDbClient client;
  private final String table;
  private final Bank bank;

  DynamoDbPayouts(DynamoDbClient client, String table, Bank bank) {
    this.client = Objects.requireNonNull(client, "client");
    this.table = Objects.requireNonNull(table, "table");
    this.bank = Objects.requireNonNull(bank, "bank");
  }

  @Override
  public void payOnce(String subject, JsonNode order) {
    Map<String, AttributeValue> payout = begin(subject, order);
    if (isPending(payout)) {
      bank.pay(subject, order(payout));
      // Without the order: it is not needed any more, and it may contain personal data.
      put(Map.of(SUBJECT, AttributeValue.fromS(subject), STATUS, DONE));
    }
  }

  @Override
  public void requireNonePending(String subject) {
    Map<String, AttributeValue> key = Map.of(SUBJECT, AttributeValue.fromS(subject));
    if (isPending(
        client.getItem(get -> get.tableName(table).key(key).consistentRead(true)).item())) {
      throw new IllegalStateException("The bank may have paid an order that is not completed");
    }
  }

  /** Stores a pending payout; returns the stored one if there is one already. */
  private Map<String, AttributeValue> begin(String subject, JsonNode order) {
    Map<String, AttributeValue> payout =
        Map.of(
            SUBJECT, AttributeValue.fromS(subject),
            STATUS, PENDING,
            ORDER, AttributeValue.fromS(order.toString()));
    try {
      client.putItem(
          put ->
              put.tableName(table)
                  .item(payout)
                  .conditionExpression("attribute_not_exists(subject)")
                  .returnValuesOnConditionCheckFailure(
                      ReturnValuesOnConditionCheckFailure.ALL_OLD));
      return payout;
    } catch (ConditionalCheckFailedException begunBefore) {
      return begunBefore.item();
    }
  }

  private void put(Map<String, AttributeValue> payout) {
    client.putItem(put -> put.tableName(table).item(payout));
  }

  private static boolean isPending(Map<String, AttributeValue> payout) {
    return PENDING.equals(payout.get(STATUS));
  }

  private static JsonNode order(Map<String, AttributeValue> payout) {
    try {
      return JSON.readTree(Objects.requireNonNull(payout.get(ORDER), ORDER).s());
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("The pending payout contains no order", impossible);
    }
  }
}
