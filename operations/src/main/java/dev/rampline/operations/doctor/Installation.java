package dev.rampline.operations.doctor;

import java.util.List;

/** An installation to check. Closing it closes only the clients of the checks. */
public sealed interface Installation extends AutoCloseable
    permits LocalInstallation, StackInstallation {
  /** Returns all checks. */
  List<Check> checks();

  /** Runs all checks. */
  default DiagnosticReport runChecks() throws InterruptedException {
    return DiagnosticReport.of(checks());
  }

  @Override
  void close();
}
