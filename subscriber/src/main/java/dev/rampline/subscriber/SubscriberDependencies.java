package dev.rampline.subscriber;

import dev.rampline.ledger.Ledger;
import dev.rampline.subscriber.processing.SocketEventProcessor;
import dev.rampline.subscriber.socket.Credentials;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * What stands behind the subscription.
 *
 * @param credentials asked before each attempt to connect
 * @param processor takes in what is heard
 * @param ledger that it writes to
 */
public record SubscriberDependencies(
    Supplier<Credentials> credentials, SocketEventProcessor processor, Ledger ledger) {
  public SubscriberDependencies {
    Objects.requireNonNull(credentials, "credentials");
    Objects.requireNonNull(processor, "intake");
    Objects.requireNonNull(ledger, "ledger");
  }
}
