package dev.rampline.operations.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.event.State;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportedStatesTest {
  @ParameterizedTest
  @CsvSource({
    "AWAITING_PAYMENT, AWAITING_PAYMENT",
    "PAYMENT_CLAIMED,  PAYMENT_CLAIMED AWAITING_PAYMENT",
    "PAYMENT_RECEIVED, PAYMENT_RECEIVED PROCESSING",
    "PROCESSING,       PROCESSING",
    "DELIVERING,       DELIVERING",
    "ON_HOLD,          ON_HOLD DELIVERING",
    "COMPLETED,        COMPLETED",
    "FAILED,           FAILED",
    "CANCELLED,        CANCELLED",
    "EXPIRED,          EXPIRED CANCELLED FAILED",
    "REFUNDED,         REFUNDED COMPLETED FAILED CANCELLED EXPIRED PROCESSING AWAITING_PAYMENT"
        + " PAYMENT_CLAIMED PAYMENT_RECEIVED DELIVERING ON_HOLD"
  })
  void statusesOfTheApi_agreeWithTheStatesThatItCannotReport(State state, String reported) {
    Set<State> expected = EnumSet.noneOf(State.class);
    Stream.of(reported.split(" ")).map(State::valueOf).forEach(expected::add);

    Set<State> agreeing =
        Stream.of(State.values())
            .filter(it -> it.rank() > 0)
            .filter(it -> ReportedStates.agree(state, it))
            .collect(Collectors.toSet());

    assertThat(agreeing).isEqualTo(expected);
  }
}
