package dev.rampline.operations.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.operations.stack.StackFunction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that the doctor uses the names of the template and the runbook. */
class TemplateNamesTest {
  private final String template = Files.readString(Path.of("..", "template.yaml"));
  private final String runbook = Files.readString(Path.of("..", "docs", "runbook.md"));

  TemplateNamesTest() throws IOException {}

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Name",
        "PageTopicArn",
        "TicketTopicArn",
        "WebhookDomain",
        "OriginCheck",
        "IgnoreAlarms",
        "ProviderUrl",
        "ProviderAuth",
        "ReservedConcurrency",
        "Environment",
        "ClockLeeway",
        "Ledger",
        "Keys",
        "EventsQueue",
        "EventsTopic",
        "EventsTopicPolicy",
        "ConsumerAccounts",
        "EventsDeadQueue",
        "RelayDeadQueue",
        "RetryQueue",
        "RetryDeadQueue",
        "Quarantine",
        "Vocabulary",
        "ScheduleDeadQueue",
        "WebhookUrl"
      })
  void name_isInTheTemplate(String name) {
    assertThat(template).contains("\n  " + name + ":\n");
  }

  @ParameterizedTest
  @EnumSource(StackFunction.class)
  void function_isInTheTemplate(StackFunction function) {
    assertThat(template).contains("\n  " + function.logicalId() + ":\n");
  }

  @Test
  void alias_isInTheTemplate() {
    assertThat(template).contains("\n      AutoPublishAlias: " + StackFunction.ALIAS + "\n");
  }

  @Test
  void path_isTheTemplates() {
    assertThat(template).contains(" RouteKey: POST " + WebhookEndpointCheck.PATH + "\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rampline-rejections",
        "rampline-webhook-errors",
        "rampline-key-expiry",
        "rampline-key-load-failures",
        "rampline-token-not-renewed",
        "rampline-reconcile-stopped",
        "rampline-events-dead",
        "rampline-relay-dead",
        "rampline-schedule-dead"
      })
  void entry_isInTheRunbook(String entry) {
    assertThat(runbook).contains("\n### " + entry + "\n");
  }
}
