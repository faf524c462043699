package dev.rampline.operations.doctor;

import dev.rampline.adapter.aws.AwsFaults;
import dev.rampline.operations.doctor.CheckFinding.Failed;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * All that was found.
 *
 * @param results in the order of the looks
 */
public record DiagnosticReport(List<Result> results) {
  public DiagnosticReport {
    results = List.copyOf(results);
  }

  /**
   * One finding.
   *
   * @param check what was looked at
   */
  public record Result(String check, CheckFinding finding) {}

  static DiagnosticReport of(List<Check> checks) throws InterruptedException {
    List<Result> results = new ArrayList<>();
    for (Check check : checks) {
      findings(check).forEach(finding -> results.add(new Result(check.name(), finding)));
    }
    return new DiagnosticReport(results);
  }

  private static List<CheckFinding> findings(Check check) throws InterruptedException {
    try {
      return check.run();
    } catch (SdkClientException unreachable) {
      return List.of(
          new Failed(
              "It cannot be asked: " + unreachable.getMessage(),
              "Start ./rampline dev; on AWS, see whether endpoint and credentials are right."));
    } catch (SdkException refused) {
      return List.of(
          new Failed(
              "It refuses to tell: " + AwsFaults.name(refused) + ".",
              "Let these credentials read it: ReadOnlyAccess and secretsmanager:GetSecretValue"
                  + " are enough."));
    }
  }

  /** Whether nothing is wrong; there may be doubts. */
  public boolean isHealthy() {
    return results.stream().noneMatch(result -> result.finding() instanceof Failed);
  }
}
