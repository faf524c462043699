package dev.rampline.operations.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.operations.doctor.CheckFinding.Failed;
import dev.rampline.operations.doctor.CheckFinding.Passed;
import dev.rampline.operations.doctor.CheckFinding.Warning;
import dev.rampline.operations.stack.StackFunction;
import dev.rampline.operations.stack.StackView;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.cloudformation.model.StackResourceSummary;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;
import software.amazon.awssdk.services.lambda.LambdaClient;

class FunctionStateTest {
  private static final String ROOT = "/2015-03-31/";
  private static final String PATH = ROOT + "functions/relay-1/configuration";
  private static final String ALIAS = ROOT + "functions/webhook-1%3Alive/configuration";
  private static final String QUEUE = "https://sqs/rampline-events.fifo";
  private static final String DEAD_QUEUE = "https://sqs/rampline-relay-dead";
  private static final StackView STACK =
      new StackView(
          "rampline",
          StackStatus.CREATE_COMPLETE,
          Map.of(),
          Map.of(),
          List.of(
              resource("WebhookFunction", "webhook-1"),
              resource("RelayFunction", "relay-1"),
              resource("EventsQueue", QUEUE),
              resource("RelayDeadQueue", DEAD_QUEUE)));

  private static final String HEALTHY =
      """
      {"State": "Active", "LastUpdateStatus": "Successful",
      "SnapStart": {"ApplyOn": "PublishedVersions", "OptimizationStatus": "On"},
      "Environment": {"Variables": {"RAMPLINE_QUEUE_URL": "%s", "RAMPLINE_RELAY_DEAD_QUEUE_URL": "%s",
      "RAMPLINE_ENVIRONMENT": "staging"}}}"""
          .formatted(QUEUE, DEAD_QUEUE);

  @Test
  void activeFunction_withTheStacksResources_passes() throws Exception {
    assertThat(function(PATH, HEALTHY)).singleElement().isInstanceOf(Passed.class);
  }

  @ParameterizedTest
  @CsvSource({
    "Active, Failed, The function is Failed.",
    "Successful, InProgress, The last update is InProgress.",
    "rampline-events, another, RAMPLINE_QUEUE_URL does not match the stack's EventsQueue.",
    "RAMPLINE_ENVIRONMENT, RAMPLINE_VOCABULARY, The function does not use the stack's Vocabulary.",
    "staging, st aging, The function does not start: RAMPLINE_ENVIRONMENT"
  })
  void brokenFunction_fails(String healthy, String broken, String text) throws Exception {
    assertThat(function(PATH, HEALTHY.replace(healthy, broken)))
        .singleElement()
        .isInstanceOf(Failed.class)
        .asString()
        .contains(text);
  }

  @Test
  void webhookFunctionWithoutASnapshot_causesAWarning() throws Exception {
    assertThat(webhookFunction(ALIAS, HEALTHY)).noneMatch(Warning.class::isInstance);
    assertThat(webhookFunction(ALIAS, HEALTHY.replace("\"On\"", "\"Off\"")))
        .filteredOn(Warning.class::isInstance)
        .singleElement()
        .asString()
        .contains("SnapStart is off");
  }

  @Test
  void anotherFunction_needsNoSnapshot() throws Exception {
    assertThat(function(PATH, HEALTHY.replace("\"On\"", "\"Off\"")))
        .singleElement()
        .isInstanceOf(Passed.class);
  }

  @Test
  void webhookFunctionWithoutAnAlias_fails() throws Exception {
    assertThat(webhookFunction("/elsewhere", HEALTHY))
        .singleElement()
        .asString()
        .contains("The function has no alias live.");
  }

  @Test
  void functionThatIsGone_fails() throws Exception {
    assertThat(function("/elsewhere", HEALTHY))
        .singleElement()
        .asString()
        .contains("The function does not exist.");
  }

  @Test
  void missingFunction_fails() throws Exception {
    try (ScriptedLambda lambda = new ScriptedLambda(PATH, HEALTHY);
        LambdaClient client = lambda.client()) {
      assertThat(new FunctionState(client, StackFunction.ROTATION, STACK).run())
          .singleElement()
          .asString()
          .contains("The stack does not have this function.");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{\"State\": \"Disabled\"}"})
  void streamWithoutAnEnabledMapping_fails(String mapping) throws Exception {
    assertThat(source(mapping)).singleElement().isInstanceOf(Failed.class);
  }

  @Test
  void streamWithAnEnabledMapping_passes() throws Exception {
    assertThat(source("{\"State\": \"Enabled\"}")).singleElement().isInstanceOf(Passed.class);
  }

  private static List<CheckFinding> function(String path, String answer) throws Exception {
    return run(StackFunction.RELAY, path, answer);
  }

  private static List<CheckFinding> webhookFunction(String path, String answer) throws Exception {
    return run(StackFunction.WEBHOOK, path, answer);
  }

  private static List<CheckFinding> run(StackFunction function, String path, String answer)
      throws Exception {
    try (ScriptedLambda lambda = new ScriptedLambda(path, answer);
        LambdaClient client = lambda.client()) {
      return new FunctionState(client, function, STACK).run();
    }
  }

  private static List<CheckFinding> source(String mapping) throws Exception {
    String path = ROOT + "event-source-mappings?FunctionName=relay-1";
    String answer = "{\"EventSourceMappings\": [" + mapping + "]}";
    try (ScriptedLambda lambda = new ScriptedLambda(path, answer);
        LambdaClient client = lambda.client()) {
      return new RelayStreamCheck(client, STACK).run();
    }
  }

  private static StackResourceSummary resource(String logicalId, String physicalId) {
    return StackResourceSummary.builder()
        .logicalResourceId(logicalId)
        .physicalResourceId(physicalId)
        .build();
  }
}
