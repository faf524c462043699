package dev.rampline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TriggerCommandTest {
  private static final String SECRET = KeysFile.ofSecrets("a-webhook-secret-of-fair-length-0");

  private final RecordingReceiver receiver = new RecordingReceiver();

  @AfterEach
  void close() {
    receiver.close();
  }

  @Test
  void event_isPostedTheRequestedNumberOfTimes() {
    CommandRun run = trigger("ORDER_COMPLETED", "--order-id", "mine", "--count", "3");

    assertThat(run.code()).isZero();
    assertThat(run.out())
        .hasLineCount(4)
        .contains("200  ORDER_COMPLETED")
        .endsWith("About order/mine" + System.lineSeparator());
    assertThat(receiver.received())
        .hasSize(3)
        .allSatisfy(
            event -> {
              assertThat(event.getBody()).contains("\"mine\"");
              assertThat(event.getHeaders()).containsKey("x-ozzobit-signature");
            });
  }

  @Test
  void rejectedEvent_exitsWith1() {
    receiver.answerWith(401);

    assertThat(trigger("ORDER_COMPLETED", "--json").out()).contains("\"status\":401");
    assertThat(trigger("ORDER_COMPLETED").code()).isEqualTo(1);
  }

  @Test
  void misspelledEvent_suggestsASimilarOne() {
    CommandRun run = trigger("order-complete");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).startsWith("Unknown event order-complete; did you mean ORDER_COMPLETED?");
  }

  @Test
  void dissimilarEvent_isRejectedWithoutASuggestion() {
    assertThat(trigger("hello").err()).startsWith("Unknown event hello (--list");
  }

  @ParameterizedTest
  @CsvSource({"--count,0", "--count,-1", "--to,nonsense", "--to,ftp://127.0.0.1/"})
  void optionOutOfRange_isRejected(String option, String value) {
    CommandRun run = CommandRun.of("trigger", "ORDER_COMPLETED", SECRET, option, value);

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).startsWith(option + " must be");
  }

  @Test
  void orderIdForAnEventWithoutOrder_isRejected() {
    assertThat(trigger("KYC_APPROVED", "--order-id", "mine").code()).isEqualTo(2);
  }

  @Test
  void unreachableReceiver_isReportedInOneLine() {
    String url = receiver.url();
    receiver.close();

    CommandRun run =
        CommandRun.of("trigger", "ORDER_COMPLETED", "--to", url, "--transport", "hmac", SECRET);
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).hasLineCount(1).startsWith("Cannot connect to");
  }

  @Test
  void list_hasOneLineForEachEvent() {
    assertThat(CommandRun.of("trigger", "--list").out())
        .contains("ORDER_CREATED", "ORDER_REFUNDED", "KYC_APPROVED", "buy-card", "conflict");
    assertThat(CommandRun.of("trigger", "--list", "--json").out())
        .startsWith("{\"event\":\"ORDER_CREATED\"");
  }

  private CommandRun trigger(String event, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of("trigger", event, "--transport", "hmac", SECRET, "--to", receiver.url()));
    arguments.addAll(List.of(more));
    return CommandRun.of(arguments.toArray(String[]::new));
  }
}
