package dev.rampline.operations.doctor;

import dev.rampline.adapter.configuration.ConfigurationException;
import dev.rampline.operations.doctor.CheckFinding.Failed;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.GetFunctionConfigurationResponse;
import software.amazon.awssdk.services.lambda.model.LastUpdateStatus;
import software.amazon.awssdk.services.lambda.model.ResourceNotFoundException;
import software.amazon.awssdk.services.lambda.model.SnapStartOptimizationStatus;
import software.amazon.awssdk.services.lambda.model.State;

/** Whether a function can be called, starts from its snapshot, and finds what belongs to it. */
record FunctionState(LambdaClient functions, StackFunction function, StackView stack)
    implements Check {
  private static final String DEPLOY = "Deploy template.yaml again: docs/deploy.md.";

  /** Where things are, by the names that the template has for them. */
  private static final Map<String, String> RESOURCES_BY_VARIABLE =
      Map.of(
          "RAMPLINE_TABLE", "Ledger",
          "RAMPLINE_QUEUE_URL", "EventsQueue",
          "RAMPLINE_RELAY_DEAD_QUEUE_URL", "RelayDeadQueue",
          "RAMPLINE_RETRY_QUEUE_URL", "RetryQueue",
          "RAMPLINE_RETRY_DEAD_QUEUE_URL", "RetryDeadQueue",
          "RAMPLINE_SECRET_ID", "Keys");

  @Override
  public String name() {
    return "function " + function.logicalId();
  }

  @Override
  public List<CheckFinding> run() {
    return stack
        .resource(function.logicalId())
        .map(this::run)
        .orElseGet(() -> List.of(new Failed("The stack has none.", DEPLOY)));
  }

  private List<CheckFinding> run(String physicalId) {
    try {
      return evaluate(
          functions.getFunctionConfiguration(
              wanted -> wanted.functionName(physicalId).qualifier(StackFunction.ALIAS)));
    } catch (ResourceNotFoundException missing) {
      return List.of(
          new Failed(
              "It has no version that the alias %s names.".formatted(StackFunction.ALIAS), DEPLOY));
    }
  }

  private List<CheckFinding> evaluate(GetFunctionConfigurationResponse found) {
    FindingCollector findings = new FindingCollector();
    findings.failUnless(
        found.state() == State.ACTIVE, "It is " + found.stateAsString() + ".", DEPLOY);
    findings.failUnless(
        found.lastUpdateStatus() == LastUpdateStatus.SUCCESSFUL,
        "Its last update is " + found.lastUpdateStatusAsString() + ".",
        DEPLOY);
    findings.warnUnless(
        found.snapStart() != null
            && found.snapStart().optimizationStatus() == SnapStartOptimizationStatus.ON,
        "SnapStart is off: a cold start may take longer than the provider waits.",
        DEPLOY);
    evaluate(found.environment() == null ? Map.of() : found.environment().variables(), findings);
    return findings.orPassed("It is active, and its settings name what the stack has.");
  }

  private void evaluate(Map<String, String> environment, FindingCollector findings) {
    RESOURCES_BY_VARIABLE.forEach(
        (variable, logicalId) ->
            findings.failUnless(
                !environment.containsKey(variable)
                    || stack.resource(logicalId).equals(Optional.of(environment.get(variable))),
                "Its %s names another than the stack's %s.".formatted(variable, logicalId),
                DEPLOY));
    try {
      function.validate(environment);
    } catch (ConfigurationException odd) {
      findings.failUnless(false, "It does not start: " + odd.getMessage() + ".", DEPLOY);
    }
  }
}
