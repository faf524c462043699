package dev.rampline.devkit.doctor;

import dev.rampline.adapter.aws.AwsFaults;
import dev.rampline.devkit.doctor.Finding.Wrong;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * All that was found.
 *
 * @param results in the order of the looks
 */
public record Examination(List<Result> results) {
  public Examination {
    results = List.copyOf(results);
  }

  /**
   * One finding.
   *
   * @param check what was looked at
   */
  public record Result(String check, Finding finding) {}

  static Examination of(List<Check> checks) throws InterruptedException {
    List<Result> results = new ArrayList<>();
    for (Check check : checks) {
      findings(check).forEach(finding -> results.add(new Result(check.name(), finding)));
    }
    return new Examination(results);
  }

  private static List<Finding> findings(Check check) throws InterruptedException {
    try {
      return check.look();
    } catch (SdkClientException unreachable) {
      return List.of(
          new Wrong(
              "It cannot be asked: " + unreachable.getMessage(),
              "Start ./rampline dev; on AWS, see whether endpoint and credentials are right."));
    } catch (SdkException refused) {
      return List.of(
          new Wrong(
              "It refuses to tell: " + AwsFaults.name(refused) + ".",
              "Let these credentials read it: ReadOnlyAccess and secretsmanager:GetSecretValue"
                  + " are enough."));
    }
  }

  /** Whether nothing is wrong; there may be doubts. */
  public boolean isSound() {
    return results.stream().noneMatch(result -> result.finding() instanceof Wrong);
  }
}
