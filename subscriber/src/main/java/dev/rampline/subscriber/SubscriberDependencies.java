package dev.rampline.subscriber;

import dev.rampline.ledger.Ledger;
import dev.rampline.subscriber.processing.SocketEventProcessor;
import dev.rampline.subscriber.socket.Credentials;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * What the subscriber needs.
 *
 * @param credentials called before each attempt to connect
 * @param processor processes the socket's events
 * @param ledger where the processor writes
 */
public record SubscriberDependencies(
    Supplier<Credentials> credentials, SocketEventProcessor processor, Ledger ledger) {
  public SubscriberDependencies {
    Objects.requireNonNull(credentials, "credentials");
    Objects.requireNonNull(processor, "processor");
    Objects.requireNonNull(ledger, "ledger");
  }
}
