package dev.rampline.simulation.cloud;

import dev.rampline.simulation.environment.ExternalService;
import dev.rampline.simulation.environment.Fault;
import dev.rampline.simulation.environment.SimulatedProcess;
import dev.rampline.simulation.environment.SimulationEnvironment;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** The DynamoDB client of one process. */
final class TableClient implements DynamoDbClient {
  private static final double STALE_READ_PROBABILITY = 0.25;
  private static final int MAX_WRITES_AGO = 3;

  private final Table table;
  private final SimulatedProcess process;
  private final SimulationEnvironment environment;

  TableClient(Table table, SimulatedProcess process, SimulationEnvironment world) {
    this.table = table;
    this.process = process;
    this.environment = world;
  }

  @Override
  public GetItemResponse getItem(GetItemRequest request) {
    String key = ItemAttributes.text(request.key(), "subject");
    boolean strong = Boolean.TRUE.equals(request.consistentRead());
    return call("reads " + key, () -> GetItemResponse.builder().item(read(key, strong)).build());
  }

  private @Nullable Map<String, AttributeValue> read(String key, boolean strong) {
    boolean stale =
        !strong && environment.faults().inject(Fault.STALE_READ, STALE_READ_PROBABILITY);
    Optional<Map<String, AttributeValue>> item =
        stale
            ? table.findPrevious(key, 1 + process.random().drawInt(MAX_WRITES_AGO))
            : table.find(key);
    return item.orElse(null);
  }

  @Override
  public PutItemResponse putItem(PutItemRequest request) {
    String key = ItemAttributes.text(request.item(), "subject");
    Instant requestedAt = process.clock().instant();
    return call(
        "writes " + ItemAttributes.summary(request.item()), () -> put(key, request, requestedAt));
  }

  private PutItemResponse put(String key, PutItemRequest request, Instant requestedAt) {
    Optional<Map<String, AttributeValue>> held = table.find(key);
    String expression = request.conditionExpression();
    boolean holds =
        expression == null
            || new ConditionExpression(expression, request.expressionAttributeValues())
                .isMet(held.orElse(null));
    if (!holds) {
      process.trace(
          "fails the condition; the current item is "
              + ItemAttributes.summary(held.orElse(Map.of())));
      throw ConditionalCheckFailedException.builder().item(held.orElse(null)).build();
    }
    table.put(process.name(), requestedAt, Map.copyOf(request.item()));
    return PutItemResponse.builder().build();
  }

  @Override
  public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
    List<Put> puts = request.transactItems().stream().map(TransactWriteItem::put).toList();
    String what =
        puts.stream()
            .map(put -> ItemAttributes.summary(put.item()))
            .collect(Collectors.joining(" and "));
    Instant requestedAt = process.clock().instant();
    return call("writes " + what, () -> putAll(puts, requestedAt));
  }

  private TransactWriteItemsResponse putAll(List<Put> puts, Instant requestedAt) {
    List<CancellationReason> reasons = puts.stream().map(this::reason).toList();
    if (reasons.stream().anyMatch(reason -> !reason.code().equals("None"))) {
      process.trace("fails the condition of a transaction");
      throw TransactionCanceledException.builder().cancellationReasons(reasons).build();
    }
    puts.forEach(put -> table.put(process.name(), requestedAt, Map.copyOf(put.item())));
    return TransactWriteItemsResponse.builder().build();
  }

  private CancellationReason reason(Put put) {
    Map<String, AttributeValue> held =
        table.find(ItemAttributes.text(put.item(), "subject")).orElse(null);
    boolean holds =
        new ConditionExpression(put.conditionExpression(), put.expressionAttributeValues())
            .isMet(held);
    return holds
        ? CancellationReason.builder().code("None").build()
        : CancellationReason.builder().code("ConditionalCheckFailed").item(held).build();
  }

  @Override
  public QueryResponse query(QueryRequest request) {
    if (!"open".equals(request.indexName())) {
      throw new IllegalArgumentException("Unsupported index");
    }
    return call("queries due records", () -> duePage(request));
  }

  private QueryResponse duePage(QueryRequest request) {
    List<Map<String, AttributeValue>> due = due(request);
    int start = request.hasExclusiveStartKey() ? due.indexOf(request.exclusiveStartKey()) + 1 : 0;
    int end = Math.min(start + request.limit(), due.size());
    QueryResponse.Builder page = QueryResponse.builder().items(due.subList(start, end));
    return end < due.size() ? page.lastEvaluatedKey(due.get(end - 1)).build() : page.build();
  }

  private List<Map<String, AttributeValue>> due(QueryRequest request) {
    Map<String, AttributeValue> values = request.expressionAttributeValues();
    AttributeValue partition = values.get(":open");
    BigDecimal now = number(values, ":now");
    return table.items().stream()
        .filter(
            item -> Objects.equals(partition, item.get("open")) && item.containsKey("nextCheckAt"))
        .filter(item -> nextCheckAt(item).compareTo(now) <= 0)
        .sorted(Comparator.comparing(TableClient::nextCheckAt))
        .map(TableClient::keysOnly)
        .toList();
  }

  private static Map<String, AttributeValue> keysOnly(Map<String, AttributeValue> item) {
    Map<String, AttributeValue> keys = new HashMap<>(item);
    keys.keySet().retainAll(Set.of("subject", "open", "nextCheckAt"));
    return keys;
  }

  private static BigDecimal nextCheckAt(Map<String, AttributeValue> item) {
    return number(item, "nextCheckAt");
  }

  private static BigDecimal number(Map<String, AttributeValue> values, String name) {
    return new BigDecimal(Objects.requireNonNull(values.get(name)).n());
  }

  private <T> T call(String what, Supplier<T> effect) {
    return process.call(ExternalService.TABLE, what, new AwsErrors(), effect);
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public void close() {}
}
