package dev.rampline.operations.doctor;

import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.PointInTimeRecoveryStatus;
import software.amazon.awssdk.services.dynamodb.model.SSEStatus;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/** Checks deletion protection, encryption with a KMS key, and backups of the ledger table. */
record LedgerProtection(DynamoDbClient tables, String table) implements Check {
  @Override
  public String name() {
    return "table " + table + ", protection";
  }

  @Override
  public List<CheckFinding> run() {
    TableDescription found = tables.describeTable(wanted -> wanted.tableName(table)).table();
    FindingCollector findings = new FindingCollector();
    findings.failUnless(
        Boolean.TRUE.equals(found.deletionProtectionEnabled()),
        "Deletion protection is off.",
        "aws dynamodb update-table --deletion-protection-enabled --table-name " + table);
    findings.failUnless(
        found.sseDescription() != null && found.sseDescription().status() == SSEStatus.ENABLED,
        "The table is not encrypted with a KMS key.",
        "aws dynamodb update-table --sse-specification Enabled=true --table-name " + table);
    findings.failUnless(
        isRecoverable(),
        "Point-in-time recovery is off.",
        "aws dynamodb update-continuous-backups --point-in-time-recovery-specification"
            + " PointInTimeRecoveryEnabled=true --table-name "
            + table);
    return findings.orPassed("Deletion protection, encryption and backups are on.");
  }

  private boolean isRecoverable() {
    return tables
            .describeContinuousBackups(wanted -> wanted.tableName(table))
            .continuousBackupsDescription()
            .pointInTimeRecoveryDescription()
            .pointInTimeRecoveryStatus()
        == PointInTimeRecoveryStatus.ENABLED;
  }
}
