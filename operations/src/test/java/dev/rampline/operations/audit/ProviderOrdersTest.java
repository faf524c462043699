package dev.rampline.operations.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.decoding.ApiResponseDecoder;
import dev.rampline.decoding.Vocabulary;
import dev.rampline.event.Field;
import dev.rampline.event.State;
import dev.rampline.failure.CallFailure;
import dev.rampline.json.Json;
import dev.rampline.json.JsonReader;
import dev.rampline.reconcile.ProviderUnavailableException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProviderOrdersTest {
  private static final InstantSource CLOCK = InstantSource.system();
  private static final String END = "{\"data\":[]}";

  private final List<String> pages = new ArrayList<>();
  private final List<AuditedOrder> read = new ArrayList<>();
  private int requests;

  @Test
  void row_hasTheValuesThatAreCompared() {
    pages.add(
        """
        {"data": [{"id": "o-1", "partnerOrderId": "p-1", "status": "PENDING_DELIVERY",
          "fiatAmount": 100.50, "fiatCurrency": "EUR", "cryptoAmount": "0.10",
          "cryptoCurrency": "ETH", "network": "ethereum", "createdAt": "2026-03-01T01:00:00+01:00"},
          {"id": "o-2", "status": "NEW_STATUS"}],
         "pagination": {"currentPage": 1, "totalPages": 1}}
        """);

    assertThat(read(null)).isEqualTo(SourceCoverage.COMPLETE);
    assertThat(read)
        .containsExactly(
            new AuditedOrder(
                AuditSource.PROVIDER,
                "order/o-1",
                "order/o-1",
                0,
                State.DELIVERING,
                Map.of(
                    Field.ORDER_ID, "o-1",
                    Field.PARTNER_ORDER_ID, "p-1",
                    Field.FIAT_AMOUNT, "100.5",
                    Field.FIAT_CURRENCY, "EUR",
                    Field.CRYPTO_AMOUNT, "0.1",
                    Field.CRYPTO_CURRENCY, "ETH"),
                AuditFixture.DAY,
                Set.of()),
            new AuditedOrder(
                AuditSource.PROVIDER,
                "order/o-2",
                "order/o-2",
                0,
                null,
                Map.of(Field.ORDER_ID, "o-2"),
                null,
                Set.of()));
    assertThat(requests).isEqualTo(1);
  }

  @Test
  void pages_areReadUpToAnEmptyOne() {
    pages.addAll(List.of(page(9, 8), page(8, 7), page(7, 6), END));

    assertThat(read(null)).isEqualTo(SourceCoverage.COMPLETE);
    assertThat(read).hasSize(6);
    assertThat(requests).isEqualTo(4);
  }

  @Test
  void apiWithoutPages_isReadThreeTimes() {
    IntStream.range(0, 9).forEach(any -> pages.add(page(9, 8)));

    assertThat(read(null)).isEqualTo(SourceCoverage.COMPLETE);
    assertThat(requests).isEqualTo(3);
  }

  @Test
  void equalPages_mayFollowEachOther_ifNewOrdersMovedThem() {
    pages.addAll(List.of(page(9, 8), page(9, 8), page(7, 6), page(7, 6), END));

    assertThat(read(null)).isEqualTo(SourceCoverage.COMPLETE);
    assertThat(requests).isEqualTo(5);
  }

  @Test
  void ordersThatWereCreatedBefore_areNotRead() {
    pages.addAll(List.of(page(9, 8), page(7, 5), page(4, 3), END));

    assertThat(read(at(6))).isEqualTo(new SourceCoverage(at(6), 0, null));
    assertThat(requests).isEqualTo(2);
  }

  @Test
  void orderThatWasCreatedAtThatTime_doesNotEndTheList() {
    pages.addAll(List.of(page(9, 6), page(6, 5), END));

    assertThat(read(at(6))).isEqualTo(new SourceCoverage(at(6), 0, null));
    assertThat(requests).isEqualTo(2);
  }

  @Test
  void listInAnotherOrder_isReadToItsEnd() {
    pages.addAll(List.of(page(9, 1, 8), page(1, 2), END));

    assertThat(read(at(6))).isEqualTo(SourceCoverage.COMPLETE);
    assertThat(requests).isEqualTo(3);
  }

  @Test
  void listWithoutTimes_isReadToItsEnd() {
    pages.addAll(
        List.of(
            "{\"data\":[{\"id\":\"o-1\",\"status\":\"COMPLETED\"}]}",
            "{\"data\":[{\"id\":\"o-2\",\"status\":\"COMPLETED\"}]}",
            page(1),
            END));

    assertThat(read(at(6))).isEqualTo(SourceCoverage.COMPLETE);
    assertThat(requests).isEqualTo(4);
  }

  @Test
  void failure_endsTheList_andSaysWhatWasRead() {
    pages.addAll(List.of(page(9, 8), page(8, 7)));

    assertThat(read(null)).isEqualTo(new SourceCoverage(at(7).plusNanos(1), 0, "HTTP status 503"));
    assertThat(read).hasSize(4);
  }

  @Test
  void failureOfAListInAnotherOrder_saysThatNothingWasReadForCertain() {
    pages.add(page(7, 8));

    assertThat(read(null)).isEqualTo(new SourceCoverage(Instant.MAX, 0, "HTTP status 503"));
  }

  @Test
  void failureAtOnce_saysThatNothingWasRead() {
    assertThat(read(null)).isEqualTo(new SourceCoverage(Instant.MAX, 0, "HTTP status 503"));
  }

  @Test
  void answerThatIsNoPage_endsTheList() {
    pages.add("{\"data\":1}");

    assertThat(read(null).stopReason()).startsWith("the response does not contain");
  }

  @Test
  void rowsThatAreNoOrders_areCounted() {
    pages.addAll(List.of("{\"data\":[1,{\"id\":\"o-1\"}]}", "{\"data\":[null]}", END));

    assertThat(read(null)).isEqualTo(new SourceCoverage(null, 3, null));
    assertThat(read).isEmpty();
  }

  private SourceCoverage read(@Nullable Instant since) {
    ProviderOrders provider =
        new ProviderOrders(
            (number, deadline) -> {
              requests++;
              assertThat(deadline.remaining()).isPositive();
              return response(number);
            },
            new ApiResponseDecoder(Vocabulary.DOCUMENTED, Set.of()),
            since,
            CLOCK);
    return provider.read(read::add);
  }

  private Json response(int number) {
    if (number > pages.size()) {
      throw new ProviderUnavailableException(CallFailure.ofStatus(503), null);
    }
    return JsonReader.read(pages.get(number - 1)).orElseThrow();
  }

  /** A page of orders that were created in these hours. */
  private static String page(int... hours) {
    return IntStream.of(hours)
        .mapToObj(
            hour ->
                "{\"id\":\"o-%d\",\"status\":\"COMPLETED\",\"createdAt\":\"%s\"}"
                    .formatted(hour, at(hour)))
        .collect(Collectors.joining(",", "{\"data\":[", "]}"));
  }

  private static Instant at(int hour) {
    return AuditFixture.DAY.plusSeconds(3600L * hour);
  }
}
