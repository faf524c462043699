package dev.rampline.adapter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Addresses that no server can have. */
public final class UnreachableAddresses {
  /** A label of more than 63 characters, which resolvers reject without a query. */
  public static final String UNRESOLVABLE_URL = "http://" + "a".repeat(64) + ".invalid";

  private UnreachableAddresses() {}

  /** Returns the URL of a port on loopback that was free a moment ago. */
  public static String closedPortUrl() {
    try (ServerSocket port = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return "http://127.0.0.1:" + port.getLocalPort();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
