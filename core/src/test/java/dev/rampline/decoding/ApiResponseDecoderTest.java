package dev.rampline.decoding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.event.Channel;
import dev.rampline.event.EventMetadata;
import dev.rampline.event.State;
import dev.rampline.event.Subject;
import dev.rampline.event.TrustLevel;
import dev.rampline.event.VerifiedEvent;
import dev.rampline.json.Json;
import dev.rampline.json.JsonReader;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Decodes the API's responses ({@code docs/provider-api.md#orders-api}). */
class ApiResponseDecoderTest {
  private static final Instant NOW = Instant.parse("2026-03-01T10:30:00Z");
  private static final EventMetadata METADATA = EventMetadata.ofLookup(NOW, 4, true);
  private static final String ORDER =
      """
      {"id": "order-1", "partnerOrderId": null, "status": "PROCESSING", "productsAvailed": "BUY",
       "fiatAmount": 100.50, "networkFee": "0.0005", "fee": {"totalFee": 4.82},
       "kycStatus": "APPROVED", "createdAt": "2024-01-15T10:30:00Z", "completedAt": null,
       "updatedAt": "2024-01-15T10:31:00Z"}""";

  private final ApiResponseDecoder decoder = new ApiResponseDecoder(Set.of());

  @Test
  void documentedOrder_isAFetchedEvent() {
    OrderResponse order = order(ORDER).orElseThrow();

    VerifiedEvent event = order.event();
    assertThat(event.subject()).isEqualTo(Subject.order("order-1"));
    assertThat(event.status().state()).isEqualTo(State.PROCESSING);
    assertThat(event.occurredAt()).isEqualTo("2024-01-15T10:31:00Z");
    assertThat(order.updatedAt()).isEqualTo("2024-01-15T10:31:00Z");
    assertThat(event.metadata()).isEqualTo(METADATA);
    assertThat(event.metadata().channel()).isEqualTo(Channel.API);
    assertThat(event.metadata().trust()).isEqualTo(TrustLevel.FETCHED);
    assertThat(event.fields().values())
        .containsEntry("fiatAmount", "100.5")
        .containsEntry("side", "BUY")
        .doesNotContainKey("partnerOrderId");
    assertThat(event.fields().unknownNames()).containsExactly("fee", "networkFee");
  }

  @ParameterizedTest
  @ValueSource(strings = {"%s", "{\"data\":%s}", "{\"meta\":{},\"data\":%s}"})
  void order_inAnyWrapper_isDecodedTheSame(String wrapper) {
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
  void response_withoutDataOfTheOrder_isEmpty(String response) {
    assertThat(order(response)).isEmpty();
  }

  @Test
  void eventName_inAResponse_isIgnored() {
    String response = "{\"id\":\"order-1\",\"status\":\"FAILED\",\"eventName\":\"ORDER_REFUNDED\"}";

    assertThat(order(response).orElseThrow().event().status().state()).isEqualTo(State.FAILED);
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
  void missingUpdatedAt_isNotReplaced(String time, Instant updatedAt) {
    String response = "{\"id\":\"order-1\",\"status\":\"COMPLETED\"," + time.substring(1);

    assertThat(order(response).orElseThrow().updatedAt()).isEqualTo(updatedAt);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"userId":"u","status":"APPROVED","level":"TIER_2"} | APPROVED
          {"data":{"kycStatus":"retry_needed","id":"x"}}      | RETRY
          {"partnerCustomerId":"c 1","status":"REJECTED"}     | REJECTED
          {"status":"NEW_STATUS"}                               | UNKNOWN
          """)
  void kyc_isAboutTheRequestedCustomer(String response, State state) {
    VerifiedEvent event = kyc(response).orElseThrow();

    assertThat(event.subject()).isEqualTo(Subject.customer("c 1"));
    assertThat(event.status().state()).isEqualTo(state);
    assertThat(event.fields().values()).containsEntry("partnerCustomerId", "c 1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "{}",
        "{\"level\":2}",
        "{\"partnerCustomerId\":\"c 2\",\"status\":\"NONE\"}"
      })
  void kyc_withoutCustomerOrOfAnother_isEmpty(String response) {
    assertThat(kyc(response)).isEmpty();
  }

  @Test
  void page_skipsInvalidRows_andKeepsTheOrderOfTheOthers() {
    String rows = "{\"id\":\"b\",\"status\":\"FAILED\"},7,{\"id\":\"a\",\"status\":\"COMPLETED\"}";

    OrdersPage page = page("{\"data\":[" + rows + "]}").orElseThrow();

    assertThat(page.rows())
        .extracting(VerifiedEvent::subject)
        .containsExactly(Subject.order("b"), Subject.order("a"));
    assertThat(page.omittedRows()).isEqualTo(1);
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
  void lastPage_isReadFromThePagination(String pagination, boolean last) {
    assertThat(page("{\"data\":[],\"pagination\":" + pagination + "}").orElseThrow().isLast())
        .isEqualTo(last);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "null", "7", "{\"data\":{}}", "{\"data\":\"none\"}"})
  void response_withoutRows_isNoPage(String response) {
    assertThat(page(response)).isEmpty();
  }

  private Optional<OrderResponse> order(String response) {
    return decoder.order(json(response), "order-1", METADATA);
  }

  private Optional<VerifiedEvent> kyc(String response) {
    return decoder.kyc(json(response), "c 1", METADATA);
  }

  private Optional<OrdersPage> page(String response) {
    return decoder.orders(json(response), EventMetadata.ofListRow(NOW, false));
  }

  private static Json json(String text) {
    return JsonReader.read(text).orElseThrow();
  }
}
