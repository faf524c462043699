package dev.rampline.devkit.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.rampline.devkit.front.WebhookFront;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TriggerCommandTest {
  private static final String SECRET = "--webhook-secret=a-webhook-secret-of-fair-length-0";

  private final List<APIGatewayV2HTTPEvent> received = new CopyOnWriteArrayList<>();
  private volatile int status = 200;
  private final WebhookFront front =
      WebhookFront.start(
          0,
          (event, context) -> {
            received.add(event);
            return APIGatewayV2HTTPResponse.builder()
                .withStatusCode(status)
                .withHeaders(Map.of())
                .withBody("{}")
                .build();
          });

  @AfterEach
  void close() {
    front.close();
  }

  @Test
  void event_isPostedAsOftenAsAsked() {
    CommandRun run = trigger("ORDER_COMPLETED", "--order-id", "mine", "--count", "3");

    assertThat(run.code()).isZero();
    assertThat(run.out()).hasLineCount(3).contains("200  ORDER_COMPLETED");
    assertThat(received)
        .hasSize(3)
        .allSatisfy(
            event -> {
              assertThat(event.getBody()).contains("\"mine\"");
              assertThat(event.getHeaders()).containsKey("x-ozzobit-signature");
            });
  }

  @Test
  void refusedEvent_endsWithOne() {
    status = 401;

    assertThat(trigger("ORDER_COMPLETED", "--json").out()).contains("\"status\":401");
    assertThat(trigger("ORDER_COMPLETED").code()).isEqualTo(1);
  }

  @Test
  void misspeltEvent_isMisuseAndAnsweredWithALikelyOne() {
    CommandRun run = trigger("order-complete");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .startsWith("There is no event order-complete; did you mean ORDER_COMPLETED?");
  }

  @Test
  void eventLikeNoOther_isMisuseAndNothingIsGuessed() {
    assertThat(trigger("hello").err()).startsWith("There is no event hello (--list");
  }

  @ParameterizedTest
  @CsvSource({"--count,0", "--count,-1", "--to,nonsense", "--to,ftp://127.0.0.1/"})
  void optionOutOfRange_isMisuseThatNamesIt(String option, String value) {
    CommandRun run = CommandRun.of("trigger", "ORDER_COMPLETED", SECRET, option, value);

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).startsWith(option + " wants");
  }

  @Test
  void orderIdOfAnEventWithoutOrder_isMisuse() {
    assertThat(trigger("KYC_APPROVED", "--order-id", "mine").code()).isEqualTo(2);
  }

  @Test
  void unreachableReceiver_isToldInOneLine() {
    String url = front.webhookUrl().toString();
    front.close();

    CommandRun run =
        CommandRun.of("trigger", "ORDER_COMPLETED", "--to", url, "--transport", "hmac", SECRET);
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).hasLineCount(1).startsWith("Nothing answers at");
  }

  @Test
  void list_namesEveryEventOnALine() {
    assertThat(CommandRun.of("trigger", "--list").out())
        .contains("ORDER_CREATED", "ORDER_REFUNDED", "KYC_APPROVED", "buy-card", "contradiction");
    assertThat(CommandRun.of("trigger", "--list", "--json").out())
        .startsWith("{\"event\":\"ORDER_CREATED\"");
  }

  @Test
  void story_isToldEventByEventOfOneNewOrder() {
    CommandRun run = send("--story", "buy-card", "--pace", "0");

    assertThat(run.code()).isZero();
    assertThat(run.out().lines())
        .hasSize(5)
        .first()
        .asString()
        .matches("buy-card: order-[0-9a-f]{8}");
    String order = run.out().replaceAll("(?s)buy-card: (\\S+).*", "$1");
    assertThat(received).hasSize(4).allMatch(event -> event.getBody().contains(order));
  }

  @Test
  void storyTwice_isAboutAnotherOrderEachTimeUnlessItIsGiven() {
    send("--story", "sell-cancelled", "--pace", "0", "--count", "2");
    assertThat(received).extracting(APIGatewayV2HTTPEvent::getBody).doesNotHaveDuplicates();

    received.clear();
    send("--story", "sell-cancelled", "--pace", "0", "--order-id", "mine");
    assertThat(received).hasSize(3).allMatch(event -> event.getBody().contains("\"mine\""));
  }

  @Test
  void forgedEvent_isMeantToBeRefused() {
    assertThat(send("--mishap", "forged", "--pace", "0").code())
        .as("the receiver believes everything")
        .isEqualTo(1);
    assertThat(received)
        .extracting(event -> event.getHeaders().getOrDefault("x-ozzobit-signature", ""))
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--story buy-crad | There is no story buy-crad; did you mean buy-card?",
        "--mishap twise | There is no mishap twise; did you mean twice?",
        "buy-card | buy-card is a story: --story buy-card tells it",
        "forged | forged is a mishap: --mishap forged lets it happen",
        "ORDER_CREATED --story sell | Give one EVENT, one --story or one --mishap",
        "--story kyc-retry --order-id mine | kyc-retry is about no order",
        "--story sell --socket | --socket says one EVENT",
        "--story sell --pace soon | Invalid value for option '--pace'"
      })
  void storyThatMakesNoSense_isMisuseAndTheWayOutIsTold(String arguments, String sentence) {
    CommandRun run = send(arguments.split(" "));

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).startsWith(sentence);
    assertThat(received).isEmpty();
  }

  @Test
  void unannouncedEvent_needsAnEmulatedProvider() {
    CommandRun run = send("--mishap", "unannounced");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("start ./rampline dev");
  }

  @ParameterizedTest
  @CsvSource({"0,PT0S", "500ms,PT0.5S", "2S,PT2S", "1m,PT1M"})
  void pace_isReadAsPeopleWriteIt(String text, String length) {
    assertThat(new PaceConverter().convert(text)).hasToString(length);
  }

  private CommandRun trigger(String event, String... more) {
    List<String> arguments = new ArrayList<>(List.of(event));
    arguments.addAll(List.of(more));
    return send(arguments.toArray(String[]::new));
  }

  private CommandRun send(String... what) {
    List<String> arguments =
        new ArrayList<>(List.of("trigger", "--transport", "hmac", SECRET, "--to"));
    arguments.add(front.webhookUrl().toString());
    arguments.addAll(List.of(what));
    return CommandRun.of(arguments.toArray(String[]::new));
  }
}
