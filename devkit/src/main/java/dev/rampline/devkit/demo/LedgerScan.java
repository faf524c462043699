package dev.rampline.devkit.demo;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Reads the whole ledger as raw attributes. */
final class LedgerScan {
  private static final AttributeValue NOTHING = AttributeValue.fromM(Map.of());

  private final DynamoDbClient client;
  private final String table;

  LedgerScan(DynamoDbClient client, String table) {
    this.client = client;
    this.table = table;
  }

  /** All records by subject. */
  Map<String, LedgerRow> rows() {
    Map<String, LedgerRow> rows = new TreeMap<>();
    client.scanPaginator(scan -> scan.tableName(table).consistentRead(true)).items().stream()
        .filter(LedgerScan::isRecord)
        .forEach(item -> rows.put(member(item, "subject").s(), row(item)));
    return rows;
  }

  /**
   * The table also contains items that are not records. One with version 0 only leads to the other
   * ids of a customer.
   */
  private static boolean isRecord(Map<String, AttributeValue> item) {
    String key = member(item, "subject").s();
    boolean isSubject = key.startsWith("order/") || key.startsWith("kyc/");
    return isSubject && !"0".equals(member(item, "version").n());
  }

  private static LedgerRow row(Map<String, AttributeValue> item) {
    return new LedgerRow(
        member(item, "subject").s(),
        member(item, "state").s(),
        Long.parseLong(member(item, "version").n()),
        terminalStates(item),
        isOpenConflict(item),
        unverifiedStates(item),
        fields(item),
        item.toString());
  }

  private static Set<String> terminalStates(Map<String, AttributeValue> item) {
    return member(item, "finals").l().stream()
        .map(end -> member(end.m(), "state").s())
        .collect(Collectors.toSet());
  }

  private static Set<String> unverifiedStates(Map<String, AttributeValue> item) {
    return member(item, "unverified").l().stream()
        .map(unverified -> member(unverified.m(), "state").s())
        .collect(Collectors.toSet());
  }

  private static boolean isOpenConflict(Map<String, AttributeValue> item) {
    AttributeValue conflict = item.get("conflict");
    return conflict != null && !conflict.m().containsKey("settled");
  }

  private static Map<String, String> fields(Map<String, AttributeValue> item) {
    return member(item, "details").m().entrySet().stream()
        .collect(
            Collectors.toMap(Map.Entry::getKey, field -> member(field.getValue().m(), "v").s()));
  }

  private static AttributeValue member(Map<String, AttributeValue> map, String name) {
    return map.getOrDefault(name, NOTHING);
  }
}
