package dev.rampline.operations.audit;

/** What an audit does at the moment. */
public enum AuditStage {
  FILE,
  LEDGER,
  PROVIDER,
  COMPARISON
}
