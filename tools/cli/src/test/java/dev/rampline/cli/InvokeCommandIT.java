package dev.rampline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs the function package with Lambda's runtime interface client. */
class InvokeCommandIT {
  @ParameterizedTest
  @CsvSource({
    "gateway/order-completed.jwt.json,200,state-changed",
    "gateway/order-completed.jwt-rest.json,200,state-changed",
    "gateway/kyc-approved.aes.json,200,state-changed"
  })
  void sampleEvent_isAnsweredAndRecorded(String event, int status, String decision)
      throws Exception {
    RunningCommand run = invoke("../../events/" + event);

    assertThat(run.awaitExit()).as(run.output()).isZero();
    assertThat(run.output())
        .contains("\"statusCode\":" + status, "\"decision\":\"" + decision + "\"")
        .containsPattern("(?m)^init +\\d+ ms$")
        .containsPattern("(?m)^duration +\\d+ ms$");
  }

  @Test
  void functionWithSnapStart_isPrimed_andAnswersTheSame() throws Exception {
    RunningCommand run = invoke("../../events/gateway/order-completed.jwt.json", "--snapstart");

    assertThat(run.awaitExit()).as(run.output()).isZero();
    assertThat(run.output())
        .containsOnlyOnce("\"priming\":\"completed\"")
        .contains("\"statusCode\":200", "\"version\":\"1\"", "\"delivery\":\"sent\"")
        .containsPattern("(?m)^restore +\\d+ ms$");
  }

  @Test
  void retryMessage_isIngested() throws Exception {
    RunningCommand run = invoke("../../events/retry/order-processing.json", "--function=retry");

    assertThat(run.awaitExit()).as(run.output()).isZero();
    assertThat(run.output())
        .contains(
            "\"batchItemFailures\":[]", "\"decision\":\"state-changed\"", "\"delivery\":\"sent\"");
  }

  @Test
  void eventWithAnotherKey_isRejected() throws Exception {
    RunningCommand run =
        invoke(
            "../../events/gateway/order-completed.jwt.json",
            KeysFile.ofTokens("another-access-token"));

    assertThat(run.awaitExit()).isZero();
    assertThat(run.output())
        .contains("\"statusCode\":401")
        .as("the trace of the runtime")
        .containsPattern("\"traceId\":\"[0-9a-f]{32}\"");
  }

  @Test
  void invalidJson_isAFunctionError() throws Exception {
    RunningCommand run = invoke("../../README.md");

    assertThat(run.awaitExit()).as(run.output()).isEqualTo(1);
    assertThat(run.output()).containsPattern("(?m)^error ");
  }

  @Test
  void missingFile_isReportedInOneSentence() throws Exception {
    RunningCommand run = invoke("../../events/none.json");

    assertThat(run.awaitExit()).isEqualTo(1);
    assertThat(run.output())
        .isEqualTo(
            "No file ../../events/none.json: give the path of a file, or - for standard input.");
  }

  private static RunningCommand invoke(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("invoke"));
    command.addAll(List.of(arguments));
    return RunningCommand.start(command.toArray(String[]::new));
  }
}
