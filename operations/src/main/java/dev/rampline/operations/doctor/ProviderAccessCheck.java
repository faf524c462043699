package dev.rampline.operations.doctor;

import dev.rampline.adapter.configuration.ProviderSettings;
import dev.rampline.adapter.ozzobit.OzzobitProviderClient;
import dev.rampline.adapter.ozzobit.ProviderApi;
import dev.rampline.decoding.ApiResponseDecoder;
import dev.rampline.decoding.Vocabulary;
import dev.rampline.event.EventMetadata;
import dev.rampline.failure.FailureCause;
import dev.rampline.json.Json;
import dev.rampline.operations.doctor.CheckFinding.Failed;
import dev.rampline.operations.doctor.CheckFinding.Passed;
import dev.rampline.operations.doctor.CheckFinding.Skipped;
import dev.rampline.reconcile.ProviderException;
import dev.rampline.time.Deadline;
import dev.rampline.time.Sleeper;
import dev.rampline.verification.InvalidKeysException;
import dev.rampline.verification.KeyRing;
import dev.rampline.verification.KeySource;
import dev.rampline.verification.Keys;
import dev.rampline.verification.KeysUnavailableException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;

/**
 * Checks that the provider's API accepts connections and lists orders with the configured keys.
 *
 * @param keys reads the keys as the functions do
 */
record ProviderAccessCheck(
    ProviderSettings settings, Vocabulary vocabulary, KeySource keys, HttpProbe probe)
    implements Check {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  @Override
  public String name() {
    return "provider";
  }

  @Override
  public List<CheckFinding> run() throws InterruptedException {
    return switch (probe.get(settings.url())) {
      case HttpProbe.Reply.NoAnswer(FailureCause cause) ->
          List.of(
              new Failed(
                  "Cannot connect to %s: %s.".formatted(settings.url(), cause.description()),
                  "Compare the URL with the provider's (ProviderUrl, RAMPLINE_PROVIDER_URL), and"
                      + " check the network access of this machine."));
      case HttpProbe.Reply.Answered answered -> List.of(listOrders());
    };
  }

  private CheckFinding listOrders() {
    try {
      return listOrders(keys.read().keys());
    } catch (InvalidKeysException | KeysUnavailableException unavailable) {
      // The check of the keys reports the cause.
      return new Skipped("The API responds. Without keys, the order list was not requested.");
    }
  }

  private CheckFinding listOrders(Keys found) {
    InstantSource clock = InstantSource.system();
    try (ProviderApi api =
        new ProviderApi(settings.url(), clock, new SecureRandom(), Sleeper.system())) {
      Json answer =
          new OzzobitProviderClient(
                  api,
                  settings.auth(),
                  settings.perSecond(),
                  KeyRing.fixed(found),
                  Sleeper.system())
              .orders(1, Deadline.after(TIMEOUT, clock));
      return isOrderList(answer, clock.instant())
          ? new Passed("The API lists orders.")
          : failed(
              FailureCause.RESPONSE_INCOMPLETE.description(), FailureCause.RESPONSE_INCOMPLETE);
    } catch (ProviderException fault) {
      return failed(fault.failure().description(), fault.failure().cause());
    }
  }

  private boolean isOrderList(Json answer, Instant now) {
    return new ApiResponseDecoder(vocabulary, Set.of())
        .orders(answer, EventMetadata.ofListRow(now, false))
        .isPresent();
  }

  private static CheckFinding failed(String description, FailureCause cause) {
    return new Failed(
        "The API responds but does not list orders: %s.".formatted(description), remedy(cause));
  }

  private static String remedy(FailureCause cause) {
    return switch (cause) {
      case HTTP_UNAUTHORIZED, HTTP_FORBIDDEN, NO_CREDENTIALS ->
          "Compare ProviderAuth (RAMPLINE_PROVIDER_AUTH) and the keys with the provider's"
              + " dashboard.";
      case HTTP_REDIRECT, HTTP_NOT_FOUND, RESPONSE_NOT_JSON, RESPONSE_INCOMPLETE ->
          "Compare the URL with the provider's (ProviderUrl, RAMPLINE_PROVIDER_URL).";
      default -> Runbook.entry("rampline-reconcile-stopped");
    };
  }
}
