package dev.rampline.demo;

import dev.rampline.testkit.check.ObservedRecord;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Reads the whole ledger as raw attributes. */
public final class LedgerScan {
  private final DynamoDbClient client;
  private final String table;

  public LedgerScan(DynamoDbClient client, String table) {
    this.client = client;
    this.table = table;
  }

  /** All records by subject. */
  public Map<String, ObservedRecord> rows() {
    Map<String, ObservedRecord> rows = new TreeMap<>();
    client.scanPaginator(scan -> scan.tableName(table).consistentRead(true)).items().stream()
        .filter(ObservedRecord::isRecord)
        .map(ObservedRecord::of)
        .forEach(record -> rows.put(record.subject(), record));
    return rows;
  }
}
