package dev.rampline.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.demo.QuiescenceWaiter.Snapshot;
import dev.rampline.emulator.EmulationPlan;
import dev.rampline.emulator.WebhookDeliveryResult;
import dev.rampline.emulator.WebhookDeliveryResult.Attempt;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AnswersTest {
  @Test
  void findings_ofAnAcceptedForgery_listIt() {
    WebhookDeliveryResult accepted =
        new WebhookDeliveryResult("order/9", false, List.of(answer(200)));

    assertThat(withReceipt(accepted).accepted()).containsExactly("order/9: forgery answered 200");
  }

  @Test
  void findings_ofANeverAcceptedWebhook_listItAsLost() {
    WebhookDeliveryResult rejected =
        new WebhookDeliveryResult("order/1", true, List.of(answer(401)));

    assertThat(withReceipt(rejected).lost())
        .singleElement()
        .asString()
        .startsWith("order/1: never");
  }

  @Test
  void latencies_ofAHundredAnswers_areTheFiftiethAndTheNinetyNinth() {
    List<WebhookDeliveryResult> receipts =
        IntStream.rangeClosed(1, 100)
            .mapToObj(millis -> new Attempt(200, OptionalLong.of(millis * 1_000_000L)))
            .map(answer -> new WebhookDeliveryResult("order/1", true, List.of(answer)))
            .toList();

    assertThat(Latencies.of(receipts)).isEqualTo(new Latencies(50, 99));
  }

  @Test
  void latencies_ofNoResponse_areZero() {
    assertThat(Latencies.of(List.of())).isEqualTo(new Latencies(0, 0));
  }

  private static DemoFindings withReceipt(WebhookDeliveryResult receipt) {
    return ResultVerifier.of(
        new EmulationPlan(List.of(), List.of(), Set.of(), Set.of()),
        List.of(receipt),
        new Snapshot(Map.of(), List.of()));
  }

  private static Attempt answer(int status) {
    return new Attempt(status, OptionalLong.of(1));
  }
}
