package dev.rampline.operations.doctor;

import dev.rampline.adapter.configuration.ConfigurationException;
import dev.rampline.adapter.configuration.VocabularySetting;
import dev.rampline.operations.doctor.CheckFinding.Failed;
import dev.rampline.operations.stack.StackFunction;
import dev.rampline.operations.stack.StackSettings;
import dev.rampline.operations.stack.StackView;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.GetFunctionConfigurationResponse;
import software.amazon.awssdk.services.lambda.model.LastUpdateStatus;
import software.amazon.awssdk.services.lambda.model.ResourceNotFoundException;
import software.amazon.awssdk.services.lambda.model.SnapStartOptimizationStatus;
import software.amazon.awssdk.services.lambda.model.State;

/** Checks that a function is active, uses SnapStart if it should, and has correct settings. */
record FunctionState(LambdaClient functions, StackFunction function, StackView stack)
    implements Check {
  private static final String DEPLOY = "Deploy template.yaml again: docs/going-live.md.";

  /** Maps environment variables to parameters whose change alone publishes no version. */
  private static final Map<String, String> PARAMETERS_BY_VARIABLE =
      Map.of(VocabularySetting.VARIABLE, "Vocabulary", "RAMPLINE_PROVIDER_AUTH", "ProviderAuth");

  @Override
  public String name() {
    return "function " + function.logicalId();
  }

  @Override
  public List<CheckFinding> run() {
    return stack
        .resource(function.logicalId())
        .map(this::run)
        .orElseGet(() -> List.of(new Failed("The stack does not have this function.", DEPLOY)));
  }

  private List<CheckFinding> run(String physicalId) {
    try {
      String name = function.hasAlias() ? physicalId + ":" + StackFunction.ALIAS : physicalId;
      return evaluate(functions.getFunctionConfiguration(wanted -> wanted.functionName(name)));
    } catch (ResourceNotFoundException missing) {
      return List.of(
          new Failed(
              function.hasAlias()
                  ? "The function has no alias %s.".formatted(StackFunction.ALIAS)
                  : "The function does not exist.",
              DEPLOY));
    }
  }

  private List<CheckFinding> evaluate(GetFunctionConfigurationResponse found) {
    FindingCollector findings = new FindingCollector();
    findings.failUnless(
        found.state() == State.ACTIVE, "The function is " + found.stateAsString() + ".", DEPLOY);
    findings.failUnless(
        found.lastUpdateStatus() == LastUpdateStatus.SUCCESSFUL,
        "The last update is " + found.lastUpdateStatusAsString() + ".",
        DEPLOY);
    if (function.hasAlias()) {
      findings.warnUnless(
          found.snapStart() != null
              && found.snapStart().optimizationStatus() == SnapStartOptimizationStatus.ON,
          "SnapStart is off: a cold start may exceed the provider's timeout.",
          DEPLOY);
    }
    evaluate(found.environment() == null ? Map.of() : found.environment().variables(), findings);
    return findings.orPassed("Active; settings match the stack.");
  }

  private void evaluate(Map<String, String> environment, FindingCollector findings) {
    StackSettings.RESOURCES.forEach(
        (variable, logicalId) ->
            findings.failUnless(
                !environment.containsKey(variable)
                    || stack.resource(logicalId).orElse("").equals(environment.get(variable)),
                "%s does not match the stack's %s.".formatted(variable, logicalId),
                DEPLOY));
    PARAMETERS_BY_VARIABLE.forEach(
        (variable, parameter) ->
            findings.failUnless(
                !environment.containsKey(variable)
                    || stack.parameter(parameter).equals(environment.get(variable)),
                "The function does not use the stack's %s.".formatted(parameter),
                function.hasAlias() ? "Increase SettingsRevision and deploy again." : DEPLOY));
    try {
      function.validate(environment);
    } catch (ConfigurationException invalid) {
      findings.failUnless(
          false, "The function does not start: " + invalid.getMessage() + ".", DEPLOY);
    }
  }
}
