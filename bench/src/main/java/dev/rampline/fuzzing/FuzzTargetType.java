package dev.rampline.fuzzing;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** All that is fuzzed, each under the name that its corpus lies by. */
public enum FuzzTargetType {
  JSON("the reader of JSON, by what Jackson reads"),
  VERIFIER("the verifier of webhooks, sealed or not"),
  DECODER("the decoders of payloads and answers"),
  HANDLER("the webhook function, with any event of API Gateway"),
  CLAIM("what an event of the socket makes of the ledger"),
  SOCKET("the subscription, with any server"),
  PROVIDER("the client of the provider's API, with any server"),
  RETRY("the retry function, with any message"),
  STREAM("the relay function, with any record of the stream");

  private final String description;

  FuzzTargetType(String description) {
    this.description = description;
  }

  /** The target of that name. */
  public static Optional<FuzzTargetType> fromName(String name) {
    return Stream.of(values()).filter(target -> target.text().equals(name)).findFirst();
  }

  /** Its name. */
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What it puts its inputs into. */
  public String description() {
    return description;
  }

  /** Makes it, ready for any number of inputs. */
  public FuzzTarget create() {
    return switch (this) {
      case JSON -> new JsonTarget();
      case VERIFIER -> new VerifierTarget();
      case DECODER -> new DecoderTarget();
      case HANDLER -> new HandlerTarget();
      case CLAIM -> new UnverifiedEventTarget();
      case SOCKET -> new SocketTarget();
      case PROVIDER -> new ProviderTarget();
      case RETRY -> new RetryQueueTarget();
      case STREAM -> new StreamTarget();
    };
  }
}
