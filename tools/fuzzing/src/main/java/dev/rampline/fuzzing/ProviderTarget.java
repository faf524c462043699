package dev.rampline.fuzzing;

import dev.rampline.adapter.ozzobit.EndpointAuth;
import dev.rampline.adapter.ozzobit.OzzobitProviderClient;
import dev.rampline.adapter.ozzobit.OzzobitTokenProvider;
import dev.rampline.adapter.ozzobit.ProviderApi;
import dev.rampline.adapter.ozzobit.ProviderAuth;
import dev.rampline.json.Json;
import dev.rampline.json.JsonWriter;
import dev.rampline.reconcile.ProviderClient;
import dev.rampline.reconcile.ProviderException;
import dev.rampline.time.Deadline;
import dev.rampline.verification.KeyRing;
import dev.rampline.verification.Keys;
import dev.rampline.verification.Secret;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;

/**
 * Checks that every response of the provider's API, down to the HTTP bytes, becomes a value or a
 * known failure.
 */
final class ProviderTarget implements FuzzTarget {
  private static final Duration BUDGET = Duration.ofSeconds(3);

  /** Generous, because class loading under a fuzzer is slow on a busy machine. */
  private static final Duration SLACK = Duration.ofSeconds(30);

  private static final int OK = 200;
  private static final int NOT_FOUND = 404;
  private static final Secret SECRET = new Secret("fuzz-access-token-current", null);

  private final FixedResponseServer server = FixedResponseServer.start();
  private final KeyRing keyRing =
      KeyRing.fixed(new Keys(List.of(SECRET), List.of(), SECRET, SECRET));

  // The sleeper does not wait, but a requested delay still counts against the deadline.
  private final ProviderApi api =
      new ProviderApi(server.uri(), InstantSource.system(), new Random(1), _ -> {});

  private final OzzobitTokenProvider tokens = new OzzobitTokenProvider(api);
  private final ProviderClient provider;

  ProviderTarget() {
    this(UnaryOperator.identity());
  }

  /** With that function before the client. */
  ProviderTarget(UnaryOperator<ProviderClient> front) {
    this.provider =
        front.apply(
            new OzzobitProviderClient(
                api, EndpointAuth.all(ProviderAuth.BEARER_TOKEN), 1_000_000, keyRing, _ -> {}));
  }

  @Override
  public void check(byte[] input) throws IOException {
    FuzzHttpResponse answer = FuzzHttpResponse.of(FuzzInput.read(input));
    server.answer(answer.bytes());
    Instant begun = Instant.now();
    Deadline deadline = Deadline.after(BUDGET, InstantSource.system());
    checkLookup(answer, deadline);
    var _ = tokens.requestToken(SECRET, SECRET, deadline);
    PropertyViolation.throwUnless(
        Duration.between(begun, Instant.now()).compareTo(BUDGET.plus(SLACK)) < 0,
        "the deadline holds");
  }

  private void checkLookup(FuzzHttpResponse answer, Deadline deadline) {
    Optional<Json> read;
    try {
      read = provider.order("order-1", deadline);
    } catch (ProviderException rejected) {
      PropertyViolation.throwUnless(
          !answer.isReadable(), "a valid response is read: " + rejected.getMessage());
      return;
    }
    if (read.isEmpty()) {
      PropertyViolation.throwUnless(answer.isPossibleStatus(NOT_FOUND), "only a 404 means absent");
      return;
    }
    PropertyViolation.throwUnless(answer.isPossibleStatus(OK), "only a 200 is read");
    String written = JsonWriter.write(read.get());
    answer
        .tokens()
        .ifPresent(
            sent ->
                PropertyViolation.throwUnless(
                    JsonTokens.of(written).equals(Optional.of(sent)), "the value read was sent"));
  }
}
