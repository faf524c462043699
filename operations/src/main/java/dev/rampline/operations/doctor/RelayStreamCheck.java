package dev.rampline.operations.doctor;

import dev.rampline.operations.doctor.CheckFinding.Skipped;
import dev.rampline.operations.stack.StackFunction;
import dev.rampline.operations.stack.StackView;
import java.util.List;
import software.amazon.awssdk.services.lambda.LambdaClient;

/** Checks that the relay consumes the table's stream. */
record RelayStreamCheck(LambdaClient functions, StackView stack) implements Check {
  private static final String ENABLED = "Enabled";

  @Override
  public String name() {
    return "relay's stream";
  }

  @Override
  public List<CheckFinding> run() {
    return stack
        .resource(StackFunction.RELAY.logicalId())
        .map(this::run)
        .orElseGet(() -> List.of(new Skipped("The stack has no relay.")));
  }

  private List<CheckFinding> run(String relay) {
    List<String> states =
        functions
            .listEventSourceMappings(wanted -> wanted.functionName(relay))
            .eventSourceMappings()
            .stream()
            .map(mapping -> String.valueOf(mapping.state()))
            .toList();
    FindingCollector findings = new FindingCollector();
    findings.failUnless(
        !states.isEmpty(),
        "The relay has no event source mapping: it cannot send messages that the writer did not"
            + " send.",
        "Deploy template.yaml again: docs/deploy.md.");
    states.forEach(
        state ->
            findings.failUnless(
                state.equals(ENABLED),
                "The event source mapping is %s.".formatted(state),
                "Run aws lambda update-event-source-mapping --enabled. The stream keeps 24"
                    + " hours."));
    return findings.orPassed("The relay consumes the stream.");
  }
}
