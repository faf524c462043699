package dev.rampline.adapter.failure;

import dev.rampline.failure.FailureCause;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import software.amazon.awssdk.core.exception.AbortedException;

/**
 * Finds the cause of an exception by the classes in its chain, and never by a message, which may
 * quote a name, a URL, or a body.
 */
public final class NetworkFaults {
  private static final int MAX_DEPTH = 16;

  /**
   * The first rule that fits an exception of the chain decides. A time-out comes before its own
   * cause, and a lost connection before the TLS error that reports it.
   */
  private static final List<Rule> RULES =
      List.of(
          new Rule(FailureCause.NAME_NOT_RESOLVED, UnknownHostException.class),
          new Rule(FailureCause.NAME_NOT_RESOLVED, UnresolvedAddressException.class),
          new Rule(FailureCause.TIMEOUT, HttpTimeoutException.class),
          new Rule(FailureCause.TIMEOUT, SocketTimeoutException.class),
          new Rule(FailureCause.TIMEOUT, TimeoutException.class),
          new Rule(FailureCause.INTERRUPTED, AbortedException.class),
          new Rule(FailureCause.INTERRUPTED, InterruptedException.class),
          new Rule(FailureCause.CONNECTION_REFUSED, ConnectException.class),
          new Rule(FailureCause.CONNECTION_FAILED, SocketException.class),
          new Rule(FailureCause.TLS_FAILED, SSLException.class),
          new Rule(FailureCause.RESPONSE_NOT_HTTP, ProtocolException.class));

  private NetworkFaults() {}

  /** Returns the cause; empty if no exception in the chain is one of the network. */
  public static Optional<FailureCause> find(Throwable fault) {
    return RULES.stream()
        .filter(rule -> chain(fault).anyMatch(rule.type()::isInstance))
        .map(Rule::cause)
        .findFirst();
  }

  /**
   * Returns the cause of an exception of the JDK's HTTP client, which throws a plain {@link
   * IOException} if the connection ends, and other exceptions if the response is malformed.
   */
  public static FailureCause ofHttp(Throwable fault) {
    return find(fault)
        .orElse(
            chain(fault).anyMatch(IOException.class::isInstance)
                ? FailureCause.CONNECTION_FAILED
                : FailureCause.RESPONSE_NOT_HTTP);
  }

  /** Returns the exception and its causes. */
  public static Stream<Throwable> chain(Throwable fault) {
    return Stream.iterate(fault, Objects::nonNull, Throwable::getCause).limit(MAX_DEPTH);
  }

  private record Rule(FailureCause cause, Class<? extends Throwable> type) {}
}
