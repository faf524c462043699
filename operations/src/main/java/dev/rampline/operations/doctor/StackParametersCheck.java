package dev.rampline.operations.doctor;

import dev.rampline.operations.stack.StackView;
import java.util.List;
import java.util.regex.Pattern;

/** Checks the parameters that the stack was deployed with. */
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
        isSet("PageTopicArn"),
        "PageTopicArn is empty: the alarms to wake up for notify no one.",
        "Deploy with the ARN of an SNS topic that notifies the on-call engineer.");
    findings.warnUnless(
        isSet("TicketTopicArn"),
        "TicketTopicArn is empty: the other alarms notify no one.",
        "Deploy with the ARN of an SNS topic that somebody reads every day.");
    findings.warnUnless(
        isSet("ProviderUrl"),
        "ProviderUrl is empty: missed webhooks are not recovered and the token is not renewed.",
        "Deploy with the base URL of the provider's API, before /api/v2.");
    findings.warnUnless(
        !stack.parameter("ReservedConcurrency").equals("0"),
        "ReservedConcurrency is 0: a flood of requests can use up the account's concurrency.",
        "Deploy with a number that the account's limit allows.");
    findings.failUnless(
        !isSet("WebhookDomain") || stack.parameter("OriginCheck").equals("on"),
        "OriginCheck is off: requests that do not come through WebhookDomain are accepted.",
        "Deploy with OriginCheck=on once the provider uses WebhookUrl:"
            + " docs/deploy.md#an-own-domain.");
    findings.warnUnless(
        !stack.parameter("IgnoreAlarms").equals("true"),
        "IgnoreAlarms is true: no alarm rolls back a deployment.",
        "Deploy with the parameter file alone: docs/runbook.md#deploy-a-fix-during-an-alarm.");
    findings.failUnless(
        !stack.parameter("Environment").equals("production")
            || !TEST_ENVIRONMENT.matcher(stack.parameter("ProviderUrl")).find(),
        "Environment is production, but ProviderUrl looks like a test environment.",
        "Deploy with an Environment and a ProviderUrl that match.");
    return findings.orPassed("Parameters OK.");
  }

  private boolean isSet(String parameter) {
    return !stack.parameter(parameter).isEmpty();
  }
}
