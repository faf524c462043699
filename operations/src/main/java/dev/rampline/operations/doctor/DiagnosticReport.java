package dev.rampline.operations.doctor;

import dev.rampline.adapter.aws.AwsFaults;
import dev.rampline.operations.doctor.CheckFinding.Failed;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * The findings of all checks.
 *
 * @param results the findings in the order of the checks
 */
public record DiagnosticReport(List<Result> results) {
  public DiagnosticReport {
    results = List.copyOf(results);
  }

  /**
   * One finding.
   *
   * @param check the name of the check
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
              "Cannot connect: " + AwsFaults.description(unreachable) + ".",
              "Start `./rampline dev`. On AWS, check the endpoint and the credentials."));
    } catch (SdkException denied) {
      if (AwsFaults.isTransient(denied)) {
        return List.of(
            new Failed(
                "The request failed: " + AwsFaults.name(denied) + ".",
                "Run the command again. If it fails again, check the AWS Health Dashboard."));
      }
      return List.of(
          new Failed(
              "Access denied: " + AwsFaults.name(denied) + ".",
              "Allow these credentials to read it: ReadOnlyAccess and"
                  + " secretsmanager:GetSecretValue are enough."));
    }
  }

  /** Whether no check failed; there may be warnings. */
  public boolean isHealthy() {
    return results.stream().noneMatch(result -> result.finding() instanceof Failed);
  }
}
