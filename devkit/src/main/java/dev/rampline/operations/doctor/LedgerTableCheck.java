package dev.rampline.operations.doctor;

import dev.rampline.embedded.LedgerTable;
import dev.rampline.operations.doctor.CheckFinding.Failed;
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
record LedgerTableCheck(DynamoDbClient tables, String table, String remedy) implements Check {
  @Override
  public String name() {
    return "table " + table;
  }

  @Override
  public List<CheckFinding> run() {
    try {
      return compare(tables.describeTable(wanted -> wanted.tableName(table)).table());
    } catch (ResourceNotFoundException missing) {
      return List.of(new Failed("There is no such table: no event can be kept.", remedy));
    }
  }

  private List<CheckFinding> compare(TableDescription found) {
    CreateTableRequest plan = LedgerTable.plan(table);
    FindingCollector findings = new FindingCollector();
    findings.failUnless(
        found.tableStatus() == TableStatus.ACTIVE,
        "It is " + found.tableStatusAsString() + ".",
        "Wait until it is ACTIVE.");
    findings.failUnless(
        found.keySchema().equals(plan.keySchema())
            && plan.attributeDefinitions().containsAll(found.attributeDefinitions()),
        "Its key is another, or has another type.",
        remedy);
    findings.failUnless(
        plan.streamSpecification().equals(found.streamSpecification()),
        "It has no stream of new and old images: nothing is relayed.",
        remedy);
    plan.globalSecondaryIndexes().forEach(index -> compare(index, found, findings));
    compareTimeToLive(findings);
    return findings.orPassed("Key, indexes and stream are as the code needs them.");
  }

  private void compare(
      GlobalSecondaryIndex index, TableDescription found, FindingCollector findings) {
    found.globalSecondaryIndexes().stream()
        .filter(there -> there.indexName().equals(index.indexName()))
        .findFirst()
        .ifPresentOrElse(
            there -> {
              findings.failUnless(
                  isLike(index, there),
                  "Its index " + index.indexName() + " has another key or holds something else.",
                  remedy);
              findings.failUnless(
                  there.indexStatus() == IndexStatus.ACTIVE,
                  "Its index " + index.indexName() + " is " + there.indexStatusAsString() + ".",
                  "Wait until it is ACTIVE.");
            },
            () -> findings.failUnless(false, "It has no index " + index.indexName() + ".", remedy));
  }

  private static boolean isLike(GlobalSecondaryIndex plan, GlobalSecondaryIndexDescription found) {
    return plan.keySchema().equals(found.keySchema())
        && plan.projection().projectionType() == found.projection().projectionType();
  }

  /** A ledger forgets nothing. */
  private void compareTimeToLive(FindingCollector findings) {
    TimeToLiveStatus status =
        tables
            .describeTimeToLive(wanted -> wanted.tableName(table))
            .timeToLiveDescription()
            .timeToLiveStatus();
    findings.failUnless(
        status == null || status == TimeToLiveStatus.DISABLED,
        "Its records end after a time (TTL).",
        "Switch it off: aws dynamodb update-time-to-live.");
  }
}
