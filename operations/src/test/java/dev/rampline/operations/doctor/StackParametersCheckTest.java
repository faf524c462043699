package dev.rampline.operations.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.operations.doctor.CheckFinding.Failed;
import dev.rampline.operations.doctor.CheckFinding.Passed;
import dev.rampline.operations.doctor.CheckFinding.Warning;
import dev.rampline.operations.stack.StackView;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;

class StackParametersCheckTest {
  private static final Map<String, String> RECOMMENDED =
      Map.of(
          "PageTopicArn", "arn:aws:sns:eu-central-1:123456789012:oncall",
          "TicketTopicArn", "arn:aws:sns:eu-central-1:123456789012:tickets",
          "ProviderUrl", "https://provider.example/api",
          "ReservedConcurrency", "50",
          "Environment", "production");

  @Test
  void recommendedParameters_pass() {
    assertThat(new StackParametersCheck(with(RECOMMENDED)).run())
        .singleElement()
        .isInstanceOf(Passed.class);
  }

  @ParameterizedTest
  @CsvSource({
    "PageTopicArn, ''",
    "TicketTopicArn, ''",
    "ProviderUrl, ''",
    "ReservedConcurrency, 0",
    "IgnoreAlarms, true"
  })
  void otherParameter_causesAWarning_andIsNamed(String parameter, String value) {
    assertThat(changed(parameter, value))
        .singleElement()
        .isInstanceOf(Warning.class)
        .asString()
        .contains(parameter);
  }

  @Test
  void productionWithAStagingProvider_fails() {
    assertThat(changed("ProviderUrl", "https://api-stg.provider.example/api"))
        .singleElement()
        .isInstanceOf(Failed.class);
  }

  @ParameterizedTest
  @CsvSource({"on, 0", "off, 1", "'', 1"})
  void ownDomainWithoutTheOriginCheck_fails(String originCheck, int failures) {
    Map<String, String> parameters = new HashMap<>(RECOMMENDED);
    parameters.put("WebhookDomain", "webhooks.example.com");
    parameters.put("OriginCheck", originCheck);

    assertThat(new StackParametersCheck(with(parameters)).run())
        .filteredOn(Failed.class::isInstance)
        .hasSize(failures);
  }

  @ParameterizedTest
  @EnumSource(
      value = StackStatus.class,
      names = {"ROLLBACK_COMPLETE", "UPDATE_ROLLBACK_FAILED", "DELETE_IN_PROGRESS"})
  void incompleteStack_fails(StackStatus status) {
    assertThat(new StackState(at(status)).run()).singleElement().isInstanceOf(Failed.class);
  }

  @ParameterizedTest
  @EnumSource(
      value = StackStatus.class,
      names = {"UPDATE_IN_PROGRESS", "UPDATE_ROLLBACK_COMPLETE"})
  void stackWithoutItsLastUpdate_causesAWarning(StackStatus status) {
    assertThat(new StackState(at(status)).run()).singleElement().isInstanceOf(Warning.class);
  }

  private static List<CheckFinding> changed(String parameter, String value) {
    Map<String, String> parameters = new HashMap<>(RECOMMENDED);
    parameters.put(parameter, value);
    return new StackParametersCheck(with(parameters)).run();
  }

  private static StackView with(Map<String, String> parameters) {
    return new StackView("rampline", StackStatus.CREATE_COMPLETE, parameters, Map.of(), List.of());
  }

  private static StackView at(StackStatus status) {
    return new StackView("rampline", status, Map.of(), Map.of(), List.of());
  }
}
