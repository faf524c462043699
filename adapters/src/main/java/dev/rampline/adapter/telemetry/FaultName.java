package dev.rampline.adapter.telemetry;

import dev.rampline.adapter.aws.AwsFaults;
import java.util.Objects;
import java.util.stream.Stream;
import software.amazon.awssdk.core.exception.SdkException;

/** What a fault is called in a line: AWS's own code for it, else its class; never its message. */
public final class FaultName {
  private static final int MAX_DEPTH = 16;

  private FaultName() {}

  /** The name of the fault itself. */
  public static String of(Throwable fault) {
    return fault instanceof SdkException ofAws ? AwsFaults.name(ofAws) : fault.getClass().getName();
  }

  /** The name of what it came from. */
  public static String ofRootCause(Throwable fault) {
    return of(
        Stream.iterate(fault, Objects::nonNull, Throwable::getCause)
            .limit(MAX_DEPTH)
            .reduce(fault, (_, cause) -> cause));
  }
}
