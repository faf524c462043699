package dev.rampline.cli.inspect;

import dev.rampline.operations.audit.AuditFinding;
import dev.rampline.operations.audit.AuditSummary;

/** Prints the result of an audit: each finding as it is found, and then the summary. */
interface AuditPrinter {
  void print(AuditFinding finding);

  void print(AuditSummary summary);
}
