package dev.rampline.embedded;

import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a request to a server on this machine comes from a program or from the server's
 * own page. Any web page in a browser on this machine can send requests to loopback, and after DNS
 * rebinding it can read the responses. So the host must be a name of this machine, and the origin
 * must be that host.
 *
 * @param hosts the names of this machine, without a port
 */
public record LocalRequestRule(Set<String> hosts) {
  /** The names of loopback. */
  public static final LocalRequestRule LOOPBACK =
      new LocalRequestRule(Set.of("127.0.0.1", "localhost", "[::1]"));

  /** The response to a refused call. */
  static final String REFUSAL = "Only programs on this machine may call this store.";

  /** The name of this machine in containers of Docker Desktop, which arrive on loopback. */
  private static final String DOCKER = "host.docker.internal";

  public LocalRequestRule {
    hosts = Set.copyOf(hosts);
  }

  /** Returns the rule of a store that listens on that address. */
  static LocalRequestRule ofStore(String address) {
    return new LocalRequestRule(
        Stream.concat(LOOPBACK.hosts.stream(), Stream.of(DOCKER, address))
            .collect(Collectors.toSet()));
  }

  /**
   * Returns whether the request may be answered.
   *
   * @param header returns the value of a header by its name
   */
  public boolean accepts(Function<String, @Nullable String> header) {
    String host = header.apply("Host");
    String origin = header.apply("Origin");
    return host != null
        && hosts.contains(host.replaceFirst(":\\d+$", "").toLowerCase(Locale.ROOT))
        && (origin == null || origin.equals("http://" + host));
  }

  /**
   * Returns whether the request may be a call of an AWS API. All SDKs send POST, which browsers
   * send to other sites with an origin only; an image or a link of a page is a GET without one.
   */
  boolean acceptsCall(String method, Function<String, @Nullable String> header) {
    return method.equals("POST")
        && !"cross-site".equals(header.apply("Sec-Fetch-Site"))
        && accepts(header);
  }
}
