package dev.rampline.operations.doctor;

import java.util.List;

/** What is looked at. Closing it ends what it takes to look, and nothing else. */
public sealed interface Installation extends AutoCloseable
    permits LocalInstallation, StackInstallation {
  /** All that there is to look at. */
  List<Check> checks();

  /** Looks at all of it. */
  default DiagnosticReport runChecks() throws InterruptedException {
    return DiagnosticReport.of(checks());
  }

  @Override
  void close();
}
