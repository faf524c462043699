package dev.rampline.operations.doctor;

import dev.rampline.operations.doctor.CheckFinding.Failed;
import dev.rampline.resources.LedgerTable;
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
 * Checks that the ledger table has the key, the indexes and the stream that the code needs.
 *
 * @param remedy how to restore the table
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
      return List.of(new Failed("The table does not exist: no event can be written.", remedy));
    }
  }

  private List<CheckFinding> compare(TableDescription found) {
    CreateTableRequest plan = LedgerTable.plan(table);
    FindingCollector findings = new FindingCollector();
    findings.failUnless(
        found.tableStatus() == TableStatus.ACTIVE,
        "The table is " + found.tableStatusAsString() + ".",
        "Wait until it is ACTIVE.");
    findings.failUnless(
        found.keySchema().equals(plan.keySchema())
            && plan.attributeDefinitions().containsAll(found.attributeDefinitions()),
        "The key has a different name or type.",
        remedy);
    findings.failUnless(
        plan.streamSpecification().equals(found.streamSpecification()),
        "The table has no stream of new and old images: the relay gets no changes.",
        remedy);
    plan.globalSecondaryIndexes().forEach(index -> compare(index, found, findings));
    compareTimeToLive(findings);
    return findings.orPassed("Key, indexes and stream are correct.");
  }

  private void compare(
      GlobalSecondaryIndex index, TableDescription found, FindingCollector findings) {
    found.globalSecondaryIndexes().stream()
        .filter(actual -> actual.indexName().equals(index.indexName()))
        .findFirst()
        .ifPresentOrElse(
            actual -> {
              findings.failUnless(
                  isLike(index, actual),
                  "The index " + index.indexName() + " has a different key or projection.",
                  remedy);
              findings.failUnless(
                  actual.indexStatus() == IndexStatus.ACTIVE,
                  "The index " + index.indexName() + " is " + actual.indexStatusAsString() + ".",
                  "Wait until it is ACTIVE.");
            },
            () ->
                findings.failUnless(
                    false, "The table has no index " + index.indexName() + ".", remedy));
  }

  private static boolean isLike(GlobalSecondaryIndex plan, GlobalSecondaryIndexDescription found) {
    return plan.keySchema().equals(found.keySchema())
        && plan.projection().projectionType() == found.projection().projectionType();
  }

  /** Records must not expire. */
  private void compareTimeToLive(FindingCollector findings) {
    TimeToLiveStatus status =
        tables
            .describeTimeToLive(wanted -> wanted.tableName(table))
            .timeToLiveDescription()
            .timeToLiveStatus();
    findings.failUnless(
        status == null || status == TimeToLiveStatus.DISABLED,
        "Records expire (TTL is on).",
        "Turn TTL off: aws dynamodb update-time-to-live.");
  }
}
