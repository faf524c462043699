package dev.rampline.subscriber;

import dev.rampline.ledger.Ledger;
import dev.rampline.subscriber.processing.SocketEventProcessor;
import dev.rampline.subscriber.socket.Credentials;
import dev.rampline.subscriber.tracing.OtlpTraceExporter;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the subscriber needs.
 *
 * @param credentials called before each attempt to connect
 * @param processor processes the socket's events
 * @param ledger where the processor writes
 * @param quietSocketCheck null without a provider API, or for a subscription to single orders
 * @param traceExporter null without an OpenTelemetry endpoint
 */
public record SubscriberDependencies(
    Supplier<Credentials> credentials,
    SocketEventProcessor processor,
    Ledger ledger,
    @Nullable QuietSocketCheck quietSocketCheck,
    @Nullable OtlpTraceExporter traceExporter) {
  public SubscriberDependencies {
    Objects.requireNonNull(credentials, "credentials");
    Objects.requireNonNull(processor, "processor");
    Objects.requireNonNull(ledger, "ledger");
  }
}
