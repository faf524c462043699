package dev.rampline.adapter.telemetry;

import dev.rampline.adapter.aws.AwsFaults;
import java.util.Objects;
import java.util.stream.Stream;
import software.amazon.awssdk.core.exception.SdkException;

/** The name of a fault in log entries: the AWS error code, else the class; never the message. */
public final class FaultName {
  private static final int MAX_DEPTH = 16;

  private FaultName() {}

  /** Returns the fault's own name. */
  public static String of(Throwable fault) {
    return fault instanceof SdkException awsFault
        ? AwsFaults.name(awsFault)
        : fault.getClass().getName();
  }

  /** Returns the name of the root cause. */
  public static String ofRootCause(Throwable fault) {
    return of(
        Stream.iterate(fault, Objects::nonNull, Throwable::getCause)
            .limit(MAX_DEPTH)
            .reduce(fault, (_, cause) -> cause));
  }
}
