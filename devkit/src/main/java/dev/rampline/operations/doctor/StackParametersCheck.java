package dev.rampline.operations.doctor;

import java.util.List;
import java.util.regex.Pattern;

/** Whether the values that the stack was deployed with are wise. */
record StackParametersCheck(StackView stack) implements Check {
  private static final Pattern TEST_ENVIRONMENT = Pattern.compile("(?i)stag|stg|sandbox|test|demo");

  @Override
  public String name() {
    return "parameters";
  }

  @Override
  public List<CheckFinding> run() {
    FindingCollector findings = new FindingCollector();
    findings.warnUnless(
        isSet("AlarmTopicArn"),
        "AlarmTopicArn is empty: alarms act on nothing.",
        "Deploy with the ARN of an SNS topic that somebody is woken by.");
    findings.warnUnless(
        isSet("ProviderUrl"),
        "ProviderUrl is empty: what webhooks miss stays missing, and nothing renews the token.",
        "Deploy with what stands before /api/v2 in the addresses of the provider's API.");
    findings.warnUnless(
        !stack.parameter("ReservedConcurrency").equals("0"),
        "ReservedConcurrency is 0: a flood may take all the account's functions with it.",
        "Deploy with a number, once the account's limit leaves room for it.");
    findings.failUnless(
        !stack.parameter("Environment").equals("production")
            || !TEST_ENVIRONMENT.matcher(stack.parameter("ProviderUrl")).find(),
        "Environment is production, and ProviderUrl looks like one for trying out.",
        "Deploy with the Environment and the ProviderUrl that belong together.");
    return findings.orPassed("They are wise.");
  }

  private boolean isSet(String parameter) {
    return !stack.parameter(parameter).isEmpty();
  }
}
