package dev.rampline.testkit.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderStateTest {
  /** The statuses of PGI, and the one that TRK adds. */
  private static final Set<String> API_STATUSES =
      Set.of(
          "PENDING_PAYMENT", "PROCESSING", "PENDING_DELIVERY", "COMPLETED", "FAILED", "CANCELLED");

  @Test
  void api_reportsOnlyDocumentedStatuses() {
    assertThat(Arrays.stream(OrderState.values()).flatMap(state -> state.apiStatus().stream()))
        .isSubsetOf(API_STATUSES);
  }

  @ParameterizedTest
  @CsvSource({
    "PAYMENT_DONE_MARKED_BY_USER,, PENDING_PAYMENT",
    "CRYPTO_DEPOSIT_RECEIVED,, PROCESSING",
    "FIAT_SENT,, PENDING_DELIVERY",
    "ORDER_PROCESSING, pending_delivery_from_ozzobit, PENDING_DELIVERY",
    "ORDER_PROCESSING, MANUAL_REVIEW, PROCESSING",
    "ORDER_FAILED, EXPIRED, CANCELLED",
    "ORDER_COMPLETED,, COMPLETED",
    "ORDER_REFUNDED, FAILED,",
    "UNHEARD_OF, UNHEARD_OF,"
  })
  void apiStatus_follows_theWebhook(String event, @Nullable String status, @Nullable String inApi) {
    assertThat(OrderState.apiStatusAfter(event, status)).isEqualTo(Optional.ofNullable(inApi));
  }

  @Test
  void apiStatuses_haveAState() {
    assertThat(API_STATUSES).extracting(OrderState::ofApiStatus).doesNotContain(OrderState.UNKNOWN);
  }

  @Test
  void lifeCycles_endInTheStateOfAReport_andHaveUniqueNames() {
    assertThat(OrderLifeCycle.ALL)
        .allMatch(life -> life.reports().stream().anyMatch(report -> report.state() == life.end()))
        .extracting(OrderLifeCycle::name)
        .doesNotHaveDuplicates();
  }

  @Test
  void lifeCycles_useEveryReport() {
    assertThat(OrderLifeCycle.ALL.stream().flatMap(life -> life.reports().stream()))
        .contains(OrderReport.values());
  }
}
