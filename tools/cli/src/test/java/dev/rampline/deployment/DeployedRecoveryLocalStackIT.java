package dev.rampline.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.adapter.LocalStackAws;
import dev.rampline.cli.CommandRun;
import dev.rampline.embedded.LocalClients;
import dev.rampline.message.CloudEventMessage;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Runs the commands for operators on a deployed stack. */
final class DeployedRecoveryLocalStackIT {
  private static final String ORDER = "order/OZZOBiT-order-def";
  private static final String RELAY_DLQ_MESSAGE =
      "{\"subject\":\"%s\",\"version\":1,\"reason\":\"X\"}".formatted(ORDER);

  @RegisterExtension private static final LocalStackAws AWS = new LocalStackAws();

  private final DeployedFixture fixture = new DeployedFixture(AWS.aws());
  private final SqsClient queues = fixture.queues();

  DeployedRecoveryLocalStackIT() throws IOException {
    fixture.putKeys(SampleEventFiles.keys());
  }

  /** Sets the credentials for the SDK's default lookup. */
  @BeforeAll
  static void setCredentials() {
    System.setProperty("aws.accessKeyId", LocalClients.CREDENTIALS);
    System.setProperty("aws.secretAccessKey", LocalClients.CREDENTIALS);
  }

  @AfterAll
  static void clearCredentials() {
    System.clearProperty("aws.accessKeyId");
    System.clearProperty("aws.secretAccessKey");
  }

  @BeforeEach
  void receiveOrder() {
    webhook();
    assertThat(received()).containsExactly(message());
  }

  @AfterEach
  void close() {
    queues.close();
    fixture.close();
  }

  @Test
  void deadLetteredAndLostMessages_areResent() {
    String message = message();
    fixture.send("RelayDeadQueueUrl", RELAY_DLQ_MESSAGE);
    fixture.send("RetryDeadQueueUrl", "an event");
    sendDeadEvent(message);

    assertSent(run("republish", "--subject", ORDER));
    assertThat(received()).containsExactly(message);
    assertSent(run("republish", "--all"));
    assertThat(received()).containsExactly(message);
    assertSent(run("redrive", "--from", "relay"));
    assertThat(received()).containsExactly(message);
    assertThat(run("redrive", "--from", "events", "--dry-run").out()).contains(ORDER + "/1");
    assertSent(run("redrive", "--from", "events"));
    assertThat(received()).containsExactly(message);
    assertSent(run("redrive", "--from", "retry"));
    assertThat(fixture.receiveBodies("RetryQueueUrl")).containsExactly("an event");
    assertThat(run("redrive", "--from", "relay").out()).startsWith("sent     0");
  }

  @Test
  void erase_asksFirst_andIsPermanent() {
    String message = message();

    CommandRun asked = run("erase", ORDER);
    assertThat(asked.code()).isEqualTo(1);
    assertThat(asked.out()).contains("not erased", "failed");
    assertThat(asked.err()).contains("--yes");
    assertThat(fixture.records()).hasSize(1);

    assertThat(run("erase", ORDER, "--yes").code()).isZero();
    assertThat(run("erase", ORDER).out()).contains("already erased");
    assertThat(run("erase", "order/unknown", "--yes").out()).contains("unknown");

    webhook();
    fixture.send("RelayDeadQueueUrl", RELAY_DLQ_MESSAGE);
    sendDeadEvent(message);
    assertLeft(run("redrive", "--from", "relay"));
    assertLeft(run("redrive", "--from", "events"));
    assertLeft(run("republish", "--subject", ORDER));
    assertThat(fixture.records()).isEmpty();
    assertThat(fixture.receive(0)).isEmpty();
    assertThat(fixture.receiveBodies("RelayDeadQueueUrl")).containsExactly(RELAY_DLQ_MESSAGE);
  }

  private static void assertSent(CommandRun run) {
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).isEqualToNormalizingNewlines("sent     1\n");
    assertThat(run.code()).isZero();
  }

  private static void assertLeft(CommandRun run) {
    assertThat(run.out()).startsWith("sent     0").contains("not sent " + ORDER, "erased");
    assertThat(run.code()).isEqualTo(1);
  }

  private CommandRun run(String... arguments) {
    URI endpoint = queues.serviceClientConfiguration().endpointOverride().orElseThrow();
    Stream<String> there =
        Stream.of(
            "--stack",
            fixture.stack().name(),
            "--region",
            LocalClients.REGION,
            "--endpoint-url",
            endpoint.toString());
    return CommandRun.of(Stream.concat(Stream.of(arguments), there).toArray(String[]::new));
  }

  private void webhook() {
    assertThat(
            fixture
                .functions()
                .webhook()
                .handleRequest(SampleEventFiles.genuine("order-failed"), null)
                .getStatusCode())
        .isEqualTo(200);
  }

  /** The current message of the order, as in its record. */
  private String message() {
    return fixture.currentMessages().getFirst().body();
  }

  private List<String> received() {
    return fixture.receive(1).values().stream()
        .flatMap(List::stream)
        .map(CloudEventMessage::body)
        .toList();
  }

  private void sendDeadEvent(String body) {
    queues.sendMessage(
        message ->
            message
                .queueUrl(fixture.stack().output("EventsDeadQueueUrl"))
                .messageBody(body)
                .messageGroupId(ORDER)
                .messageDeduplicationId("dead"));
  }
}
