package dev.rampline.benchmark.handler;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.auth0.jwt.JWT;
import com.auth0.jwt.JWTVerifier;
import com.auth0.jwt.algorithms.Algorithm;
import com.auth0.jwt.exceptions.JWTVerificationException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rampline.benchmark.BenchmarkDelivery;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * A webhook handler as it is usually written: java-jwt and Jackson, clients with the SDK's
 * defaults, a read of the order, a transaction that writes the order and the id of the event, and a
 * send. It keeps the last status only and has none of the product's other guarantees.
 */
final class UsualHandler
    implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> STATUSES =
      List.of(
          "AWAITING_PAYMENT_FROM_USER",
          "PAYMENT_DONE_MARKED_BY_USER",
          "PROCESSING",
          "COMPLETED",
          "FAILED");

  private final JWTVerifier verifier =
      JWT.require(Algorithm.HMAC256(BenchmarkDelivery.ACCESS_TOKEN)).build();
  private final DynamoDbClient tables = DynamoDbClient.create();
  private final SqsClient queues = SqsClient.create();
  private final String table = System.getenv("RAMPLINE_TABLE");
  private final String queue = System.getenv("RAMPLINE_QUEUE_URL");

  @Override
  public APIGatewayV2HTTPResponse handleRequest(
      APIGatewayV2HTTPEvent event, @Nullable Context context) {
    try {
      String token = JSON.readTree(event.getBody()).path("data").asText();
      String payload = verifier.verify(token).getPayload();
      return answer(handle(new String(Base64.getUrlDecoder().decode(payload), UTF_8)));
    } catch (JWTVerificationException forged) {
      return answer(401);
    } catch (JsonProcessingException malformed) {
      return answer(400);
    }
  }

  private int handle(String payload) throws JsonProcessingException {
    JsonNode event = JSON.readTree(payload);
    JsonNode data = event.path("data");
    String order = "order/" + data.path("id").asText();
    Map<String, AttributeValue> before =
        tables
            .getItem(
                get ->
                    get.tableName(table)
                        .key(Map.of("subject", AttributeValue.fromS(order)))
                        .consistentRead(true))
            .item();
    if (rank(before.get("status")) >= STATUSES.indexOf(data.path("status").asText())) {
      return 200;
    }
    String id = order + "/" + event.path("eventName").asText();
    try {
      tables.transactWriteItems(
          write ->
              write.transactItems(
                  put(update(order, data, before), before.get("revision")),
                  put(Map.of("subject", AttributeValue.fromS("event/" + id)), null)));
    } catch (TransactionCanceledException concurrent) {
      return 503;
    }
    queues.sendMessage(
        send ->
            send.queueUrl(queue)
                .messageGroupId(order)
                .messageDeduplicationId(id)
                .messageBody(payload));
    return 200;
  }

  private static Map<String, AttributeValue> update(
      String order, JsonNode data, Map<String, AttributeValue> before) {
    Map<String, AttributeValue> item = new HashMap<>(before);
    item.put("subject", AttributeValue.fromS(order));
    data.forEachEntry((name, value) -> item.put(name, AttributeValue.fromS(value.asText())));
    AttributeValue revision = before.get("revision");
    item.put(
        "revision",
        AttributeValue.fromN(
            revision == null ? "1" : Long.toString(Long.parseLong(revision.n()) + 1)));
    return item;
  }

  /** Writes an item if its revision has not changed; without a revision, if there is none. */
  private TransactWriteItem put(
      Map<String, AttributeValue> item, @Nullable AttributeValue expected) {
    Put.Builder put = Put.builder().tableName(table).item(item);
    return TransactWriteItem.builder()
        .put(
            expected == null
                ? put.conditionExpression("attribute_not_exists(subject)").build()
                : put.conditionExpression("revision = :expected")
                    .expressionAttributeValues(Map.of(":expected", expected))
                    .build())
        .build();
  }

  private static int rank(@Nullable AttributeValue status) {
    return status == null ? -1 : STATUSES.indexOf(Objects.requireNonNull(status.s()));
  }

  private static APIGatewayV2HTTPResponse answer(int status) {
    return APIGatewayV2HTTPResponse.builder().withStatusCode(status).build();
  }
}
