package dev.rampline.operations.audit;

/** Where an order was read. */
enum AuditSource {
  FILE,
  LEDGER,
  PROVIDER
}
