package dev.rampline.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.rampline.adapter.LocalStackAws;
import dev.rampline.devstack.DevKeys;
import dev.rampline.devstack.LocalProvider;
import dev.rampline.devstack.Ports;
import dev.rampline.emulator.ApiFaultInjector;
import dev.rampline.emulator.EmulatedPayloadParser;
import dev.rampline.emulator.ProviderKeys;
import dev.rampline.emulator.Signer;
import dev.rampline.function.rotation.RotationHandler;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Runs the scheduled functions on a deployed stack with the emulated provider. */
final class DeployedSchedulesLocalStackIT {
  private static final String ORDER = "order/OZZOBiT-order-abc";

  @RegisterExtension private static final LocalStackAws AWS = new LocalStackAws();

  private final DevKeys keys = SampleEventFiles.devKeys();
  private final DeployedFixture fixture = new DeployedFixture(AWS.aws());
  private final LocalProvider provider =
      LocalProvider.start(Ports.ANY_FREE, keys, ApiFaultInjector.NONE);

  DeployedSchedulesLocalStackIT() throws IOException {
    fixture.putKeys(SampleEventFiles.keys());
    fixture.putCredentials(keys.document());
  }

  @AfterEach
  void close() {
    provider.close();
    fixture.close();
  }

  @Test
  void missedTerminalState_isRecovered_andSent() throws IOException {
    assertThat(status(SampleEventFiles.genuine("order-created"))).isEqualTo(200);
    EmulatedPayloadParser.parse(SampleEventFiles.payload("order-completed"), Instant.now())
        .ifPresent(provider.state()::apply);

    fixture.functions().reconcile(provider.apiUrl()).handleRequest(Map.of(), null);

    assertThat(fixture.functions().lines().getLast())
        .contains("\"listScan\":\"completed\"", "\"recovered\":1")
        .doesNotContain("\"faults\"", "\"stopped\"");
    assertThat(fixture.states()).containsEntry(ORDER, "completed");
    assertThat(fixture.receive(2).get(ORDER)).endsWith(fixture.currentMessages().getFirst());
  }

  @Test
  void accessToken_isRenewedInTheSecret_andOldAndNewAreAccepted() throws IOException {
    RotationHandler rotation = fixture.functions().rotation(provider.apiUrl());

    assertThat(rotation.handleRequest(new ScheduledEvent(), null)).isEqualTo("renewed");
    assertThat(rotation.handleRequest(new ScheduledEvent(), null)).isEqualTo("current");

    APIGatewayV2HTTPEvent old = SampleEventFiles.genuine("order-completed");
    APIGatewayV2HTTPEvent renewed = SampleEventFiles.genuine("order-failed");
    renewed.setBody(
        new Signer(new ProviderKeys(currentToken(), null))
            .jwt(SampleEventFiles.payload("order-failed")));
    assertThat(List.of(old, renewed)).extracting(this::status).containsOnly(200);
    assertThat(fixture.states())
        .containsOnlyKeys("order/OZZOBiT-order-abc", "order/OZZOBiT-order-def");
  }

  private String currentToken() throws IOException {
    return new JsonMapper().readTree(fixture.keys()).at("/accessTokens/0/value").asText();
  }

  private int status(APIGatewayV2HTTPEvent event) {
    return fixture.functions().webhook().handleRequest(event, null).getStatusCode();
  }
}
