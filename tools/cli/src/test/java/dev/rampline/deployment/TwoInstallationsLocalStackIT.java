package dev.rampline.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import dev.rampline.adapter.LocalStackAws;
import dev.rampline.devstack.RetryQueueDriver;
import dev.rampline.devstack.StreamDriver;
import dev.rampline.function.webhook.WebhookHandler;
import dev.rampline.message.CloudEventMessage;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;

/**
 * Runs two installations in one account at the same time. The name of the second begins with that
 * of the first, as with staging and staging-2.
 */
final class TwoInstallationsLocalStackIT {
  private static final Duration TIMEOUT = Duration.ofSeconds(60);
  private static final String OTHER_KEYS =
      "{\"accessTokens\":[\"another-access-token-of-the-first-stack\"]}";

  @RegisterExtension private static final LocalStackAws AWS = new LocalStackAws();

  private final String name = DeployedStack.uniqueName();
  private final DeployedFixture first =
      new DeployedFixture(AWS.aws(), DeployedStack.create(AWS.aws(), name));
  private final DeployedFixture second =
      new DeployedFixture(AWS.aws(), DeployedStack.create(AWS.aws(), name + "-2"));

  TwoInstallationsLocalStackIT() throws IOException {
    first.putKeys(SampleEventFiles.keys());
    second.putKeys(SampleEventFiles.keys());
  }

  @AfterEach
  void close() {
    first.close();
    second.close();
  }

  @Test
  void events_ofTwoInstallationsAtTheSameTime_doNotCross() throws IOException {
    List<APIGatewayV2HTTPEvent> orders = SampleEventFiles.startingWith("order-");
    List<APIGatewayV2HTTPEvent> kyc = SampleEventFiles.startingWith("kyc-");

    // The events of the second pass through its retry queue.
    try (StreamDriver _ = relay(first);
        StreamDriver _ = relay(second);
        RetryQueueDriver _ = retry(first);
        RetryQueueDriver _ = retry(second)) {
      CompletableFuture.allOf(
              CompletableFuture.runAsync(() -> take(first.functions().webhook(), orders)),
              CompletableFuture.runAsync(
                  () -> take(second.functions().webhookWithoutLedger(), kyc)))
          .join();
      await().atMost(TIMEOUT).until(() -> retried(second) == kyc.size());
    }

    assertThat(first.states().keySet())
        .hasSizeGreaterThan(3)
        .allMatch(subject -> subject.startsWith("order/"));
    assertThat(second.states().keySet()).allMatch(subject -> subject.startsWith("kyc/"));
    assertReceived(first);
    assertReceived(second);
    assertThat(first.functions().lines())
        .isNotEmpty()
        .allMatch(line -> line.contains("\"Namespace\":\"" + name + "\""));
    assertThat(second.functions().lines())
        .isNotEmpty()
        .allMatch(line -> line.contains("\"Namespace\":\"" + name + "-2\""));
  }

  @Test
  void changedKeys_andADeletedStack_leaveTheOtherInstallationAsItIs() {
    first.putKeys(OTHER_KEYS);

    assertThat(status(first)).isEqualTo(401);
    assertThat(status(second)).isEqualTo(200);

    first.stack().delete();

    assertThat(status(second)).isEqualTo(200);
    assertReceived(second);
  }

  @Test
  void alarms_watchOnlyTheirOwnInstallation() throws IOException {
    try (DeployedStack alarms = DeployedStack.createAlarms(AWS.aws(), name);
        DeployedStack others = DeployedStack.createAlarms(AWS.aws(), name + "-2")) {
      Set<String> watched = watched(alarms);
      Set<String> watchedByOthers = watched(others);

      assertThat(watched).hasSameSizeAs(watchedByOthers).allMatch(name::equals);
      assertThat(watchedByOthers).allMatch((name + "-2")::equals);
    }
  }

  /** Returns the installations whose metrics the alarms of a stack evaluate. */
  private static Set<String> watched(DeployedStack alarms) {
    try (CloudWatchClient client = AWS.aws().configure(CloudWatchClient.builder()).build()) {
      List<String> names =
          alarms
              .template()
              .ofType("AWS::CloudWatch::Alarm")
              .map(alarm -> alarm.getValue().path("AlarmName").asText())
              .toList();
      List<MetricAlarm> found =
          client.describeAlarms(wanted -> wanted.alarmNames(names)).metricAlarms();
      assertThat(found).hasSameSizeAs(names).hasSizeGreaterThan(20);
      return found.stream()
          .filter(alarm -> alarm.namespace() != null && !alarm.namespace().startsWith("AWS/"))
          .map(MetricAlarm::namespace)
          .collect(Collectors.toSet());
    }
  }

  /** The consumer of an installation receives what its table contains, and nothing else. */
  private static void assertReceived(DeployedFixture installation) {
    List<CloudEventMessage> received =
        installation.receive(installation.expectedMessageCount()).values().stream()
            .flatMap(List::stream)
            .toList();
    assertThat(received).containsAll(installation.currentMessages());
    assertThat(received)
        .extracting(message -> message.subject().text())
        .allMatch(installation.states()::containsKey);
    assertThat(installation.receive(0)).isEmpty();
  }

  private static int status(DeployedFixture installation) {
    return installation
        .functions()
        .webhook()
        .handleRequest(SampleEventFiles.genuine("order-failed"), null)
        .getStatusCode();
  }

  private static long retried(DeployedFixture installation) {
    return installation.functions().lines().stream()
        .filter(line -> line.contains("\"function\":\"retry\""))
        .count();
  }

  private static void take(WebhookHandler webhook, List<APIGatewayV2HTTPEvent> events) {
    assertThat(events)
        .extracting(event -> webhook.handleRequest(event, null).getStatusCode())
        .containsOnly(200);
  }

  private static StreamDriver relay(DeployedFixture installation) {
    return StreamDriver.relay(
        installation.streams(), installation.table(), installation.functions().relay(), _ -> {});
  }

  private static RetryQueueDriver retry(DeployedFixture installation) {
    return RetryQueueDriver.start(
        installation.queues(),
        URI.create(installation.stack().output("RetryQueueUrl")),
        installation.functions().retry(),
        _ -> {});
  }
}
