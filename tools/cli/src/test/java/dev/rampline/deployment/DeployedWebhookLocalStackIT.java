package dev.rampline.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import dev.rampline.adapter.LocalStackAws;
import dev.rampline.function.webhook.WebhookHandler;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.message.CloudEventMessage;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Runs the webhook function on a deployed stack. */
final class DeployedWebhookLocalStackIT {
  @RegisterExtension private static final LocalStackAws AWS = new LocalStackAws();

  private final DeployedFixture fixture = new DeployedFixture(AWS.aws());

  DeployedWebhookLocalStackIT() throws IOException {}

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void genuineEvents_areStoredAndPublishedInOrder_despiteDuplicates() throws IOException {
    fixture.putKeys(SampleEventFiles.keys());
    WebhookHandler webhook = fixture.functions().webhook();

    assertThat(SampleEventFiles.genuine())
        .extracting(event -> status(webhook, event))
        .containsOnly(200);
    assertThat(fixture.states())
        .containsExactly(
            entry("kyc/customer/12345", "approved"),
            entry("kyc/customer/12346", "rejected"),
            entry("kyc/user/OZZOBiT-user-42", "approved"),
            entry("order/OZZOBiT-order-abc", "completed"),
            entry("order/OZZOBiT-order-def", "failed"),
            entry("order/OZZOBiT-order-ghi", "completed"),
            entry("order/OZZOBiT-order-jkl", "refunded"),
            entry("order/OZZOBiT-order-mno", "cancelled"),
            entry("order/OZZOBiT-order-pqr", "cancelled"));
    assertSent(fixture.receive(fixture.expectedMessageCount()));

    List<LedgerRecord> before = fixture.records();
    assertThat(SampleEventFiles.genuine())
        .extracting(event -> status(webhook, event))
        .containsOnly(200);
    assertThat(fixture.records()).isEqualTo(before);
    assertThat(fixture.receive(0)).isEmpty();
  }

  @Test
  void hostileEvents_getTheStatusOfTheIndex_andHaveNoEffect() throws IOException {
    fixture.putKeys(SampleEventFiles.keys());
    WebhookHandler webhook = fixture.functions().webhook();

    assertThat(SampleEventFiles.hostile())
        .isNotEmpty()
        .allSatisfy(
            (name, status) ->
                assertThat(status(webhook, SampleEventFiles.hostile(name)))
                    .as(name)
                    .isEqualTo(status));
    assertThat(fixture.records()).isEmpty();
    assertThat(fixture.receive(0)).isEmpty();
  }

  @Test
  void emptySecret_isNotAnsweredAsARejection() throws IOException {
    WebhookHandler webhook = fixture.functions().webhook();

    assertThat(SampleEventFiles.genuine())
        .extracting(event -> status(webhook, event))
        .containsOnly(503);
    assertThat(fixture.records()).isEmpty();
  }

  private void assertSent(Map<String, List<CloudEventMessage>> reported) {
    assertThat(reported)
        .allSatisfy(
            (subject, messages) ->
                assertThat(messages)
                    .extracting(CloudEventMessage::id)
                    .containsExactlyElementsOf(ids(subject, messages.size())));
    assertThat(reported.values())
        .extracting(List::getLast)
        .containsExactlyInAnyOrderElementsOf(fixture.currentMessages());
  }

  private static List<String> ids(String subject, int count) {
    return IntStream.rangeClosed(1, count).mapToObj(version -> subject + "/" + version).toList();
  }

  private static int status(WebhookHandler webhook, APIGatewayV2HTTPEvent event) {
    return webhook.handleRequest(event, null).getStatusCode();
  }
}
