package dev.rampline.devkit.doctor;

import dev.rampline.devkit.doctor.Finding.Wrong;
import dev.rampline.embedded.LedgerTable;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.IndexStatus;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;

/**
 * Whether the ledger's table has the key, the indexes and the stream that the code needs.
 *
 * @param remedy how a table becomes again what it was
 */
record LedgerShape(DynamoDbClient tables, String table, String remedy) implements Check {
  @Override
  public String name() {
    return "table " + table;
  }

  @Override
  public List<Finding> look() {
    try {
      return compare(tables.describeTable(wanted -> wanted.tableName(table)).table());
    } catch (ResourceNotFoundException missing) {
      return List.of(new Wrong("There is no such table: no event can be kept.", remedy));
    }
  }

  private List<Finding> compare(TableDescription found) {
    CreateTableRequest plan = LedgerTable.plan(table);
    Findings findings = new Findings();
    findings.wrongUnless(
        found.tableStatus() == TableStatus.ACTIVE,
        "It is " + found.tableStatusAsString() + ".",
        "Wait until it is ACTIVE.");
    findings.wrongUnless(
        found.keySchema().equals(plan.keySchema())
            && plan.attributeDefinitions().containsAll(found.attributeDefinitions()),
        "Its key is another, or has another type.",
        remedy);
    findings.wrongUnless(
        plan.streamSpecification().equals(found.streamSpecification()),
        "It has no stream of new and old images: nothing is relayed.",
        remedy);
    plan.globalSecondaryIndexes().forEach(index -> compare(index, found, findings));
    compareEnd(findings);
    return findings.orFine("Key, indexes and stream are as the code needs them.");
  }

  private void compare(GlobalSecondaryIndex index, TableDescription found, Findings findings) {
    found.globalSecondaryIndexes().stream()
        .filter(there -> there.indexName().equals(index.indexName()))
        .findFirst()
        .ifPresentOrElse(
            there -> {
              findings.wrongUnless(
                  isLike(index, there),
                  "Its index " + index.indexName() + " has another key or holds something else.",
                  remedy);
              findings.wrongUnless(
                  there.indexStatus() == IndexStatus.ACTIVE,
                  "Its index " + index.indexName() + " is " + there.indexStatusAsString() + ".",
                  "Wait until it is ACTIVE.");
            },
            () ->
                findings.wrongUnless(false, "It has no index " + index.indexName() + ".", remedy));
  }

  private static boolean isLike(GlobalSecondaryIndex plan, GlobalSecondaryIndexDescription found) {
    return plan.keySchema().equals(found.keySchema())
        && plan.projection().projectionType() == found.projection().projectionType();
  }

  /** A ledger forgets nothing. */
  private void compareEnd(Findings findings) {
    TimeToLiveStatus status =
        tables
            .describeTimeToLive(wanted -> wanted.tableName(table))
            .timeToLiveDescription()
            .timeToLiveStatus();
    findings.wrongUnless(
        status == null || status == TimeToLiveStatus.DISABLED,
        "Its records end after a time (TTL).",
        "Switch it off: aws dynamodb update-time-to-live.");
  }
}
