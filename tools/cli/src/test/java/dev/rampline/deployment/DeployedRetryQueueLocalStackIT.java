package dev.rampline.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rampline.adapter.LocalStackAws;
import dev.rampline.devstack.RetryQueueDriver;
import dev.rampline.ingest.RetryDocument;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Passes events that the ledger cannot store through the deployed retry queue. */
final class DeployedRetryQueueLocalStackIT {
  private static final Duration TIMEOUT = Duration.ofSeconds(60);
  private static final String RETRY = "RetryQueueUrl";

  @RegisterExtension private static final LocalStackAws AWS = new LocalStackAws();

  private final DeployedFixture fixture = new DeployedFixture(AWS.aws());

  DeployedRetryQueueLocalStackIT() throws IOException {
    fixture.putKeys(SampleEventFiles.keys());
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void webhook_duringALedgerOutage_isAnswered200_andProcessedLater() throws IOException {
    assertThat(
            fixture
                .functions()
                .webhookWithoutLedger()
                .handleRequest(SampleEventFiles.genuine("order-failed"), null)
                .getStatusCode())
        .isEqualTo(200);
    assertThat(fixture.records()).isEmpty();

    try (RetryQueueDriver driver = retry()) {
      assertThat(driver).isNotNull();
      await().atMost(TIMEOUT).until(() -> fixture.records().size() == 1);
    }

    assertThat(fixture.receive(1).values().stream().flatMap(List::stream))
        .isEqualTo(fixture.currentMessages());
  }

  @Test
  void message_thatIsNoEvent_isDeadLetteredUnchanged() {
    fixture.send(RETRY, "{}");

    try (RetryQueueDriver driver = retry()) {
      assertThat(driver).isNotNull();
      await().atMost(TIMEOUT).until(() -> !fixture.functions().lines().isEmpty());
    }

    assertThat(fixture.receiveBodies("RetryDeadQueueUrl")).containsExactly("{}");
    assertThat(RetryDocument.read("{}")).isEmpty();
  }

  private RetryQueueDriver retry() {
    return RetryQueueDriver.start(
        fixture.queues(),
        URI.create(fixture.stack().output(RETRY)),
        fixture.functions().retry(),
        _ -> {});
  }
}
