package dev.rampline.fuzzing;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The fuzz targets, each named like its corpus folder. */
public enum FuzzTargetType {
  JSON("the JSON reader, compared with Jackson"),
  VERIFIER("the webhook verifier, with and without encryption"),
  DECODER("the decoders of payloads and API responses"),
  HANDLER("the webhook function, with any API Gateway event"),
  PAYLOAD("the webhook function, with any structure of a verified payload"),
  UNVERIFIED("the effect of a socket event on the ledger"),
  SOCKET("the socket client, with any server"),
  PROVIDER("the client of the provider's API, with any server"),
  RETRY("the retry function, with any message"),
  STREAM("the relay function, with any stream record");

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

  /** What the target tests. */
  public String description() {
    return description;
  }

  /** Creates the target, ready for any number of inputs. */
  public FuzzTarget create() {
    return switch (this) {
      case JSON -> new JsonTarget();
      case VERIFIER -> new VerifierTarget();
      case DECODER -> new DecoderTarget();
      case HANDLER -> new HandlerTarget();
      case PAYLOAD -> new PayloadTarget();
      case UNVERIFIED -> new UnverifiedEventTarget();
      case SOCKET -> new SocketTarget();
      case PROVIDER -> new ProviderTarget();
      case RETRY -> new RetryQueueTarget();
      case STREAM -> new StreamTarget();
    };
  }
}
