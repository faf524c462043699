package dev.rampline.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rampline.event.State;
import dev.rampline.event.Subject;
import dev.rampline.failure.CallFailure;
import dev.rampline.failure.FailureCause;
import dev.rampline.json.Json;
import dev.rampline.json.JsonReader;
import dev.rampline.time.Deadline;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests single lookups: the id, the time limit of the call, and unusable responses. */
class ProviderLookupTest extends ReconciliationFixture {
  @ParameterizedTest
  @CsvSource({"PT3M, PT10S", "PT10S, PT10S", "PT7S, PT7S"})
  void call_getsTenSeconds_orTheRestOfTheRun(Duration budget, Duration limit) {
    Deadline[] given = new Deadline[1];

    lookup(
            answering(
                deadline -> {
                  given[0] = deadline;
                  return JsonReader.read("{\"data\":[]}").orElseThrow();
                }))
        .page(1, false, within(budget));

    assertThat(given[0].at()).isEqualTo(now.plus(limit));
  }

  @ParameterizedTest
  @CsvSource({
    "PT60S, PT10S, HTTP_SERVER_ERROR",
    "PT10S, PT9S, HTTP_SERVER_ERROR",
    "PT9.999S, PT7.999S, HTTP_SERVER_ERROR",
    "PT9.999S, PT8S, NO_TIME_LEFT",
    "PT5S, PT1S, HTTP_SERVER_ERROR",
    "PT60S, PT60S, NO_TIME_LEFT"
  })
  void failure_isForWantOfTime_ifTheRestIsTooShortForARetry(
      Duration budget, Duration elapsed, FailureCause cause) {
    ProviderClient slow =
        answering(
            _ -> {
              after(elapsed);
              throw new ProviderUnavailableException(CallFailure.ofStatus(503), null);
            });

    assertThatThrownBy(() -> lookup(slow).page(1, false, within(budget)))
        .isInstanceOfSatisfying(
            ProviderUnavailableException.class,
            fault -> {
              assertThat(fault.failure().cause()).isEqualTo(cause);
              assertThat(fault instanceof OutOfTimeException)
                  .isEqualTo(cause == FailureCause.NO_TIME_LEFT);
            });
  }

  @Test
  void responseOfAnotherShape_isUnreadable() {
    assertThatThrownBy(
            () ->
                lookup(answering(_ -> JsonReader.read("7").orElseThrow()))
                    .page(1, false, within(Duration.ofMinutes(1))))
        .isInstanceOfSatisfying(
            UnreadableAnswerException.class,
            fault ->
                assertThat(fault.failure())
                    .isEqualTo(CallFailure.of(FailureCause.RESPONSE_INCOMPLETE)));
  }

  @Test
  void customerKnownByAnotherId_isLookedUpByThePartnersId() {
    webhook("{\"eventName\":\"KYC_SUBMITTED\",\"data\":{\"userId\":\"u-1\"}}");
    webhook(
        "{\"eventName\":\"KYC_SUBMITTED\","
            + "\"data\":{\"partnerCustomerId\":\"c-1\",\"userId\":\"u-1\"}}");
    provider.addCustomer("c-1", "APPROVED");

    Optional<LookupResult> result =
        lookup(provider).lookUp(record(Subject.user("u-1")), within(Duration.ofMinutes(1)));

    assertThat(provider.requests()).as("%s", record(Subject.user("u-1"))).containsExactly("c-1");
    assertThat(result).isPresent();
    assertThat(record(Subject.user("u-1")).state()).isEqualTo(State.APPROVED);
  }

  @Test
  void customerKnownByAnotherIdAlone_isNotLookedUp() {
    webhook("{\"eventName\":\"KYC_SUBMITTED\",\"data\":{\"userId\":\"u-1\"}}");

    assertThat(lookup(provider).lookUp(record(Subject.user("u-1")), within(Duration.ofMinutes(1))))
        .isEmpty();
    assertThat(provider.requests()).isEmpty();
  }

  @Test
  void reportedId_isUsed_onlyIfItIsTheSubjects() {
    webhook("{\"eventName\":\"ORDER_CREATED\",\"data\":{\"id\":\"o-1\"}}");

    lookup(provider).lookUp(order("o-1"), "another", within(Duration.ofMinutes(1)));

    assertThat(provider.requests()).containsExactly("o-1");
  }

  private static ProviderClient answering(PageAnswer answer) {
    return new ProviderClient() {
      @Override
      public Json orders(int page, Deadline deadline) {
        return answer.to(deadline);
      }

      @Override
      public Optional<Json> order(String orderId, Deadline deadline) {
        return Optional.empty();
      }

      @Override
      public Optional<Json> kyc(String partnerCustomerId, Deadline deadline) {
        return Optional.empty();
      }
    };
  }

  private interface PageAnswer {
    Json to(Deadline deadline);
  }
}
