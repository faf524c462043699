package dev.rampline.devkit.doctor;

import dev.rampline.devkit.doctor.Finding.Skipped;
import java.util.List;
import software.amazon.awssdk.services.lambda.LambdaClient;

/** Whether the relay is given the table's stream. */
record RelaySource(LambdaClient functions, StackView stack) implements Check {
  private static final String ENABLED = "Enabled";

  @Override
  public String name() {
    return "relay's stream";
  }

  @Override
  public List<Finding> look() {
    return stack
        .resource(StackFunction.RELAY.logicalId())
        .map(this::look)
        .orElseGet(() -> List.of(new Skipped("There is no relay.")));
  }

  private List<Finding> look(String relay) {
    List<String> states =
        functions
            .listEventSourceMappings(
                wanted -> wanted.functionName(relay + ":" + StackFunction.ALIAS))
            .eventSourceMappings()
            .stream()
            .map(mapping -> String.valueOf(mapping.state()))
            .toList();
    Findings findings = new Findings();
    findings.wrongUnless(
        !states.isEmpty(),
        "Nothing gives it to the relay: what an inline send misses is lost to consumers.",
        "Deploy template.yaml again: docs/deploy.md.");
    states.forEach(
        state ->
            findings.wrongUnless(
                state.equals(ENABLED),
                "It is %s.".formatted(state),
                "aws lambda update-event-source-mapping --enabled; the stream keeps 24 hours."));
    return findings.orFine("It is given to the relay.");
  }
}
