package dev.rampline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import dev.rampline.cli.options.DurationConverter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TriggerScenarioTest {
  private static final String SECRET = KeysFile.ofSecrets("a-webhook-secret-of-fair-length-0");

  private final RecordingReceiver receiver = new RecordingReceiver();

  @AfterEach
  void close() {
    receiver.close();
  }

  @Test
  void scenario_isSentEventByEventAboutANewOrder() {
    CommandRun run = send("--scenario", "buy-card", "--pace", "0");

    assertThat(run.code()).isZero();
    assertThat(run.out().lines())
        .hasSize(6)
        .first()
        .asString()
        .matches("buy-card: order-[0-9a-f]{8}");
    String order = run.out().replaceAll("(?s)buy-card: (\\S+).*", "$1");
    assertThat(receiver.received()).hasSize(4).allMatch(event -> event.getBody().contains(order));
  }

  @Test
  void repeatedScenario_isAboutANewOrderUnlessOneIsGiven() {
    send("--scenario", "sell-cancelled", "--pace", "0", "--count", "2");
    assertThat(receiver.received())
        .extracting(APIGatewayV2HTTPEvent::getBody)
        .doesNotHaveDuplicates();

    receiver.received().clear();
    send("--scenario", "sell-cancelled", "--pace", "0", "--order-id", "mine");
    assertThat(receiver.received())
        .hasSize(3)
        .allMatch(event -> event.getBody().contains("\"mine\""));
  }

  @Test
  void acceptedForgery_isAFailure() {
    assertThat(send("--scenario", "forged", "--pace", "0").code())
        .as("the receiver accepts every webhook")
        .isEqualTo(1);
    assertThat(receiver.received())
        .extracting(event -> event.getHeaders().getOrDefault("x-ozzobit-signature", ""))
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--scenario buy-crad | Unknown scenario buy-crad; did you mean buy-card?",
        "--scenario conflct | Unknown scenario conflct; did you mean conflict?",
        "buy-card | buy-card is a scenario: use --scenario buy-card",
        "ORDER_CREATED --scenario sell | Give one EVENT or one --scenario",
        "--scenario kyc-retry --order-id mine | kyc-retry has no order",
        "--scenario sell --socket | --socket sends one EVENT",
        "--scenario sell --pace soon | Invalid value for option '--pace'"
      })
  void invalidScenario_isRejectedWithARemedy(String arguments, String sentence) {
    CommandRun run = send(arguments.split(" "));

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).startsWith(sentence);
    assertThat(receiver.received()).isEmpty();
  }

  @Test
  void missedWebhook_needsAnEmulatedProvider() {
    CommandRun run = send("--scenario", "missed-webhook");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("Start `./rampline dev`");
  }

  @ParameterizedTest
  @CsvSource({"0,PT0S", "500ms,PT0.5S", "2S,PT2S", "1m,PT1M"})
  void pace_isParsed(String text, String length) {
    assertThat(new DurationConverter().convert(text)).hasToString(length);
  }

  private CommandRun send(String... what) {
    List<String> arguments =
        new ArrayList<>(List.of("trigger", "--transport", "hmac", SECRET, "--to", receiver.url()));
    arguments.addAll(List.of(what));
    return CommandRun.of(arguments.toArray(String[]::new));
  }
}
