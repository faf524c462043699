package dev.rampline.decoding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.json.Json;
import dev.rampline.json.JsonReader;
import dev.rampline.observation.Authenticity;
import dev.rampline.observation.Channel;
import dev.rampline.observation.Observation;
import dev.rampline.observation.Reception;
import dev.rampline.observation.State;
import dev.rampline.observation.Subject;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the provider's API says (provider.md §2.2, §2.3, §2.6, A14). */
class AnswerDecoderTest {
  private static final Instant NOW = Instant.parse("2026-03-01T10:30:00Z");
  private static final Reception ANSWER = Reception.ofAnswer(NOW, 4, true);
  private static final String ORDER =
      """
      {"id": "order-1", "partnerOrderId": null, "status": "PROCESSING", "productsAvailed": "BUY",
       "fiatAmount": 100.50, "networkFee": "0.0005", "fee": {"totalFee": 4.82},
       "kycStatus": "APPROVED", "createdAt": "2024-01-15T10:30:00Z", "completedAt": null,
       "updatedAt": "2024-01-15T10:31:00Z"}""";

  private final AnswerDecoder decoder = new AnswerDecoder(Set.of());

  @Test
  void order_asThePageShowsIt_isAFetchedWord() {
    OrderAnswer order = order(ORDER).orElseThrow();

    Observation word = order.observation();
    assertThat(word.subject()).isEqualTo(Subject.order("order-1"));
    assertThat(word.word().state()).isEqualTo(State.PROCESSING);
    assertThat(word.occurredAt()).isEqualTo("2024-01-15T10:31:00Z");
    assertThat(order.updatedAt()).isEqualTo("2024-01-15T10:31:00Z");
    assertThat(word.reception()).isEqualTo(ANSWER);
    assertThat(word.reception().channel()).isEqualTo(Channel.API);
    assertThat(word.reception().authenticity()).isEqualTo(Authenticity.FETCHED);
    assertThat(word.details().values())
        .containsEntry("fiatAmount", "100.5")
        .containsEntry("side", "BUY")
        .doesNotContainKey("partnerOrderId");
    assertThat(word.details().unknownNames()).containsExactly("fee", "networkFee");
  }

  @ParameterizedTest
  @ValueSource(strings = {"%s", "{\"data\":%s}", "{\"meta\":{},\"data\":%s}"})
  void order_inAnyWrapper_isTheSame(String wrapper) {
    assertThat(order(wrapper.formatted(ORDER))).isEqualTo(order(ORDER)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "null",
        "\"order-1\"",
        "{}",
        "{\"id\":\"order-1\"}",
        "{\"status\":\"COMPLETED\"}",
        "{\"id\":\"order-2\",\"status\":\"COMPLETED\"}",
        "{\"id\":{\"a\":1},\"status\":\"COMPLETED\"}",
        "{\"data\":[{\"id\":\"order-1\",\"status\":\"COMPLETED\"}]}",
        "{\"message\":\"order-1 not found\"}"
      })
  void answer_thatTellsNothingOfTheOrder_isNone(String answer) {
    assertThat(order(answer)).isEmpty();
  }

  @Test
  void eventName_hasNoMeaningInAnAnswer() {
    String answer = "{\"id\":\"order-1\",\"status\":\"FAILED\",\"eventName\":\"ORDER_REFUNDED\"}";

    assertThat(order(answer).orElseThrow().observation().word().state()).isEqualTo(State.FAILED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"completedAt":"2024-01-15T10:32:00Z"} |
          {"updatedAt":1705314660}               | 2024-01-15T10:31:00Z
          {"updatedAt":"yesterday"}              |
          {"updatedAt":null}                     |
          """)
  void updatedAt_isNeverGuessed(String time, Instant updatedAt) {
    String answer = "{\"id\":\"order-1\",\"status\":\"COMPLETED\"," + time.substring(1);

    assertThat(order(answer).orElseThrow().updatedAt()).isEqualTo(updatedAt);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"userId":"u","status":"APPROVED","level":"TIER_2"} | APPROVED
          {"data":{"kycStatus":"retry_needed","id":"x"}}      | RETRY
          {"partnerCustomerId":"c 1","status":"REJECTED"}     | REJECTED
          {"status":"NEW_WORD"}                               | UNKNOWN
          """)
  void kyc_isOfTheCustomerWhoWasAskedFor(String answer, State state) {
    Observation word = kyc(answer).orElseThrow();

    assertThat(word.subject()).isEqualTo(Subject.customer("c 1"));
    assertThat(word.word().state()).isEqualTo(state);
    assertThat(word.details().values()).containsEntry("partnerCustomerId", "c 1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "{}",
        "{\"level\":2}",
        "{\"partnerCustomerId\":\"c 2\",\"status\":\"NONE\"}"
      })
  void kyc_ofNobodyOrOfAnother_isNone(String answer) {
    assertThat(kyc(answer)).isEmpty();
  }

  @Test
  void page_leavesOutWhatIsNoOrder_andKeepsItsOrder() {
    String rows = "{\"id\":\"b\",\"status\":\"FAILED\"},7,{\"id\":\"a\",\"status\":\"COMPLETED\"}";

    OrdersPage page = page("{\"data\":[" + rows + "]}").orElseThrow();

    assertThat(page.rows())
        .extracting(Observation::subject)
        .containsExactly(Subject.order("b"), Subject.order("a"));
    assertThat(page.leftOut()).isEqualTo(1);
    assertThat(page.isLast()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"currentPage":1,"totalPages":2}     | false
          {"currentPage":2,"totalPages":2}     | true
          {"currentPage":"2","totalPages":"2"} | true
          {"currentPage":0,"totalPages":0}     | true
          {"currentPage":{},"totalPages":2}    | false
          {"totalPages":1}                     | false
          {"currentPage":1,"totalPages":-1}    | false
          [1]                                  | false
          """)
  void lastPage_isWhatTheProviderSaysIsTheLast(String pagination, boolean last) {
    assertThat(page("{\"data\":[],\"pagination\":" + pagination + "}").orElseThrow().isLast())
        .isEqualTo(last);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "null", "7", "{\"data\":{}}", "{\"data\":\"none\"}"})
  void answer_withoutRows_isNoPage(String answer) {
    assertThat(page(answer)).isEmpty();
  }

  private Optional<OrderAnswer> order(String answer) {
    return decoder.order(json(answer), "order-1", ANSWER);
  }

  private Optional<Observation> kyc(String answer) {
    return decoder.kyc(json(answer), "c 1", ANSWER);
  }

  private Optional<OrdersPage> page(String answer) {
    return decoder.orders(json(answer), Reception.ofRow(NOW, false));
  }

  private static Json json(String text) {
    return JsonReader.read(text).orElseThrow();
  }
}
