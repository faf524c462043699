package dev.rampline.adapter.ozzobit;

import java.util.Locale;
import java.util.Objects;

/**
 * How requests to each endpoint authenticate: the provider's pages differ ({@code
 * docs/provider-api.md#a13}).
 *
 * @param list the order list
 * @param order one order
 * @param kyc a customer's KYC status
 */
public record EndpointAuth(ProviderAuth list, ProviderAuth order, ProviderAuth kyc) {
  private static final String WAY = "bearer-token|query-key|header-key|bearer-secret";

  /** What {@link #parse} accepts: the way of all endpoints, then those of some. */
  public static final String PATTERN = "(%s)(,(list|order|kyc)=(%s)){0,3}".formatted(WAY, WAY);

  public EndpointAuth {
    Objects.requireNonNull(list, "list");
    Objects.requireNonNull(order, "order");
    Objects.requireNonNull(kyc, "kyc");
  }

  /** Returns the same way for all endpoints. */
  public static EndpointAuth all(ProviderAuth auth) {
    return new EndpointAuth(auth, auth, auth);
  }

  /**
   * Parses a text that matches {@link #PATTERN}, such as {@code bearer-token} or {@code
   * bearer-token,kyc=header-key}.
   */
  public static EndpointAuth parse(String text) {
    String[] parts = text.split(",", -1);
    EndpointAuth auth = all(way(parts[0]));
    for (int index = 1; index < parts.length; index++) {
      int equals = parts[index].indexOf('=');
      auth = auth.with(parts[index].substring(0, equals), way(parts[index].substring(equals + 1)));
    }
    return auth;
  }

  private EndpointAuth with(String endpoint, ProviderAuth way) {
    return switch (endpoint) {
      case "list" -> new EndpointAuth(way, order, kyc);
      case "order" -> new EndpointAuth(list, way, kyc);
      case "kyc" -> new EndpointAuth(list, order, way);
      default -> throw new IllegalArgumentException("Unknown endpoint");
    };
  }

  private static ProviderAuth way(String text) {
    return ProviderAuth.valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
