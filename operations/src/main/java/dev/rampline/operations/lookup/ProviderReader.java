package dev.rampline.operations.lookup;

import dev.rampline.adapter.configuration.EnvironmentVariables;
import dev.rampline.adapter.configuration.IngestSettings;
import dev.rampline.adapter.configuration.KeysLocation;
import dev.rampline.adapter.configuration.ProviderSettings;
import dev.rampline.adapter.wiring.SharedWiring;
import dev.rampline.decoding.ApiResponseDecoder;
import dev.rampline.decoding.OrderResponse;
import dev.rampline.event.EventMetadata;
import dev.rampline.failure.CallFailure;
import dev.rampline.failure.FailureCause;
import dev.rampline.json.Json;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.reconcile.ProviderClient;
import dev.rampline.reconcile.ProviderException;
import dev.rampline.reconcile.ProviderId;
import dev.rampline.reconcile.UnreadableAnswerException;
import dev.rampline.time.Deadline;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Asks the provider's API about subjects, and changes nothing. */
final class ProviderReader {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private final InstantSource clock;
  private final ApiResponseDecoder decoder;
  private final @Nullable ProviderClient client;

  /**
   * @throws dev.rampline.adapter.configuration.ConfigurationException if a setting is invalid
   */
  ProviderReader(SharedWiring wiring, EnvironmentVariables variables, InstantSource clock) {
    IngestSettings settings = IngestSettings.of(variables);
    this.clock = clock;
    this.decoder = new ApiResponseDecoder(settings.vocabulary(), settings.extraFields());
    this.client =
        variables.find(ProviderSettings.URL).isEmpty()
            ? null
            : wiring.provider(
                ProviderSettings.of(variables), wiring.keyRing(KeysLocation.of(variables)));
  }

  /** Asks about the subject of a record. */
  ProviderAnswer answer(LedgerRecord record) {
    return switch (record.subject().kind()) {
      case ORDER -> answer(ProviderId.ofOrder(record, null), this::order);
      case KYC -> answer(ProviderId.ofCustomer(record, null), this::customer);
    };
  }

  private static ProviderAnswer answer(
      Optional<String> id, Function<String, ProviderAnswer> request) {
    return id.map(request).orElseGet(ProviderAnswer.NoId::new);
  }

  /** Asks about an order by the provider's id. */
  ProviderAnswer order(String id) {
    return ask(
        api ->
            api.order(id, deadline())
                .filter(answer -> !decoder.isAboutOtherOrder(answer, id, metadata())),
        answer -> decoder.order(answer, id, metadata()));
  }

  /** Asks about a customer by the partner's id. */
  ProviderAnswer customer(String id) {
    return ask(
        api ->
            api.kyc(id, deadline())
                .filter(answer -> !decoder.isAboutOtherCustomer(answer, id, metadata())),
        answer -> decoder.kyc(answer, id, metadata()).map(event -> new OrderResponse(event, null)));
  }

  private ProviderAnswer ask(
      Function<ProviderClient, Optional<Json>> request,
      Function<Json, Optional<OrderResponse>> decode) {
    if (client == null) {
      return new ProviderAnswer.NoUrl();
    }
    try {
      return request
          .apply(client)
          .map(
              answer ->
                  decode
                      .apply(answer)
                      .map(ProviderReader::known)
                      .orElseGet(ProviderReader::unreadable))
          .orElseGet(ProviderAnswer.NotKnown::new);
    } catch (UnreadableAnswerException refusal) {
      return refusal.isRefusalOfTheId()
          ? new ProviderAnswer.NotKnown()
          : new ProviderAnswer.Failed(refusal.failure());
    } catch (ProviderException fault) {
      return new ProviderAnswer.Failed(fault.failure());
    }
  }

  private static ProviderAnswer known(OrderResponse response) {
    return new ProviderAnswer.Known(
        response.event().status().state(),
        response.event().status().rawStatus(),
        response.event().fields().values(),
        response.updatedAt());
  }

  private static ProviderAnswer unreadable() {
    return new ProviderAnswer.Failed(CallFailure.of(FailureCause.RESPONSE_INCOMPLETE));
  }

  private EventMetadata metadata() {
    return EventMetadata.ofLookup(clock.instant(), 0, false);
  }

  private Deadline deadline() {
    return Deadline.after(TIMEOUT, clock);
  }
}
