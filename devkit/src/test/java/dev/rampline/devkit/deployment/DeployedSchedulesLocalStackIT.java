package dev.rampline.devkit.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.rampline.adapter.LocalStackAws;
import dev.rampline.devkit.emulator.Mischief;
import dev.rampline.devkit.emulator.ProviderKeys;
import dev.rampline.devkit.emulator.Signer;
import dev.rampline.devkit.emulator.Told;
import dev.rampline.devkit.stack.DevKeys;
import dev.rampline.devkit.stack.LocalProvider;
import dev.rampline.devkit.stack.Ports;
import dev.rampline.function.rotation.RotationHandler;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The functions that a schedule calls, on what CloudFormation makes of the template, with the
 * emulated provider.
 */
final class DeployedSchedulesLocalStackIT {
  private static final String ORDER = "order/OZZOBiT-order-abc";

  @RegisterExtension private static final LocalStackAws AWS = new LocalStackAws();

  private final DevKeys keys =
      DevKeys.signing(
          List.of("rampline-sample-events-access-token"),
          List.of("rampline-sample-webhook-secret"));
  private final DeployedStage stage = new DeployedStage(AWS.aws());
  private final LocalProvider provider = LocalProvider.start(Ports.FREE, keys, Mischief.NONE);

  DeployedSchedulesLocalStackIT() throws IOException {
    stage.putKeys(keys.document());
  }

  @AfterEach
  void close() {
    provider.close();
    stage.close();
  }

  @Test
  void end_thatNoWebhookTold_isReadFromTheProvider_andTold() throws IOException {
    assertThat(status(SampleEvents.genuine("order-created"))).isEqualTo(200);
    Told.by(SampleEvents.payload("order-completed"), Instant.now())
        .ifPresent(provider.book()::note);

    stage.functions().reconcile(provider.apiUrl()).handleRequest(Map.of(), null);

    assertThat(stage.functions().lines().getLast())
        .contains("\"pass\":\"completed\"", "\"recovered\":1")
        .doesNotContain("\"faults\"", "\"stopped\"");
    assertThat(stage.states()).containsEntry(ORDER, "completed");
    assertThat(stage.receive(2).get(ORDER)).endsWith(stage.current().getFirst());
  }

  @Test
  void accessToken_isRenewedInTheSecret_andBothThatAndTheOldOneSign() throws IOException {
    RotationHandler rotation = stage.functions().rotation(provider.apiUrl());

    assertThat(rotation.handleRequest(new ScheduledEvent(), null)).isEqualTo("renewed");
    assertThat(rotation.handleRequest(new ScheduledEvent(), null)).isEqualTo("current");

    APIGatewayV2HTTPEvent old = SampleEvents.genuine("order-completed");
    APIGatewayV2HTTPEvent renewed = SampleEvents.genuine("order-failed");
    renewed.setBody(
        new Signer(new ProviderKeys(currentToken(), null))
            .jwt(SampleEvents.payload("order-failed")));
    assertThat(List.of(old, renewed)).extracting(this::status).containsOnly(200);
    assertThat(stage.states())
        .containsOnlyKeys("order/OZZOBiT-order-abc", "order/OZZOBiT-order-def");
  }

  private String currentToken() throws IOException {
    return new JsonMapper().readTree(stage.keys()).at("/accessTokens/0/value").asText();
  }

  private int status(APIGatewayV2HTTPEvent event) {
    return stage.functions().webhook().handleRequest(event, null).getStatusCode();
  }
}
