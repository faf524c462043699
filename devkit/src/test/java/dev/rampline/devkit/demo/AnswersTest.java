package dev.rampline.devkit.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.devkit.demo.Settling.Outcome;
import dev.rampline.devkit.emulator.Campaign;
import dev.rampline.devkit.emulator.Receipt;
import dev.rampline.devkit.emulator.Receipt.Answer;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AnswersTest {
  @Test
  void findings_aForgeryWasAccepted_isBelieved() {
    Receipt accepted = new Receipt("order/9", false, List.of(answer(200)));

    assertThat(withReceipt(accepted).believed())
        .containsExactly("order/9: a forgery was answered 200");
  }

  @Test
  void findings_aDeliveryWasNeverAccepted_isLost() {
    Receipt refused = new Receipt("order/1", true, List.of(answer(401)));

    assertThat(withReceipt(refused).lost()).singleElement().asString().startsWith("order/1: never");
  }

  @Test
  void latencies_ofAHundredAnswers_areTheFiftiethAndTheNinetyNinth() {
    List<Receipt> receipts =
        IntStream.rangeClosed(1, 100)
            .mapToObj(millis -> new Answer(200, OptionalLong.of(millis * 1_000_000L)))
            .map(answer -> new Receipt("order/1", true, List.of(answer)))
            .toList();

    assertThat(Latencies.of(receipts)).isEqualTo(new Latencies(50, 99));
  }

  @Test
  void latencies_ofNoAnswer_areNothing() {
    assertThat(Latencies.of(List.of())).isEqualTo(new Latencies(0, 0));
  }

  private static Findings withReceipt(Receipt receipt) {
    return Comparison.of(
        new Campaign(List.of(), List.of(), Set.of(), Set.of()),
        List.of(receipt),
        new Outcome(Map.of(), List.of()));
  }

  private static Answer answer(int status) {
    return new Answer(status, OptionalLong.of(1));
  }
}
