package dev.rampline.operations.doctor;

import dev.rampline.operations.doctor.CheckFinding.Skipped;
import java.util.List;
import software.amazon.awssdk.services.lambda.LambdaClient;

/** Whether the relay is given the table's stream. */
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
        .orElseGet(() -> List.of(new Skipped("There is no relay.")));
  }

  private List<CheckFinding> run(String relay) {
    List<String> states =
        functions
            .listEventSourceMappings(
                wanted -> wanted.functionName(relay + ":" + StackFunction.ALIAS))
            .eventSourceMappings()
            .stream()
            .map(mapping -> String.valueOf(mapping.state()))
            .toList();
    FindingCollector findings = new FindingCollector();
    findings.failUnless(
        !states.isEmpty(),
        "Nothing gives it to the relay: what an inline send misses is lost to consumers.",
        "Deploy template.yaml again: docs/deploy.md.");
    states.forEach(
        state ->
            findings.failUnless(
                state.equals(ENABLED),
                "It is %s.".formatted(state),
                "aws lambda update-event-source-mapping --enabled; the stream keeps 24 hours."));
    return findings.orPassed("It is given to the relay.");
  }
}
