package dev.rampline.simulation.provider;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The provider's REST API ({@code docs/provider-api.md#orders-api}). */
final class SimulatedApi {
  private static final String ORDERS = "/api/v2/orders";
  private static final String KYC = "/api/v2/kyc/status/partner-customer-id";
  private static final String TOKEN = "/api/v2/auth/token";
  private static final Pattern PAGE = Pattern.compile("(?:^|&)page=(\\d+)");

  /** An id to which the API answers nothing but this status. */
  private static final Pattern UNANSWERED = Pattern.compile("-status-([45]\\d\\d)$");

  /** Limits the page size, so that a few orders fill several pages. */
  private static final int PAGE_SIZE = 2;

  private final SimulatedProvider provider;

  SimulatedApi(SimulatedProvider provider) {
    this.provider = provider;
  }

  Response respond(URI address, String bearer) {
    String path = address.getPath();
    if (path.equals(TOKEN)) {
      return token();
    }
    if (!provider.isTokenValid(bearer)) {
      return new Response(401, "{}");
    }
    if (path.equals(ORDERS)) {
      return page(address.getQuery());
    }
    if (path.equals(KYC)) {
      return customer(address.getQuery());
    }
    String id = path.substring(ORDERS.length() + 1);
    return provider
        .order(id)
        .map(order -> new Response(200, JsonText.of(order.apiResponse())))
        .orElseGet(() -> unknown(id));
  }

  private Response token() {
    Map<String, Object> given = new LinkedHashMap<>();
    given.put("accessToken", provider.issueToken());
    given.put("expiresIn", provider.tokenLifetimeSeconds());
    return new Response(200, JsonText.of(given));
  }

  private Response customer(String query) {
    String id = query.replaceFirst("^partnerCustomerId=", "");
    return provider
        .customer(id)
        .map(customer -> new Response(200, JsonText.of(customer.apiResponse())))
        .orElseGet(() -> unknown(id));
  }

  private static Response unknown(String id) {
    Matcher unanswered = UNANSWERED.matcher(id);
    return new Response(unanswered.find() ? Integer.parseInt(unanswered.group(1)) : 404, "{}");
  }

  private Response page(String query) {
    Matcher matcher = PAGE.matcher(query);
    int page = matcher.find() ? Integer.parseInt(matcher.group(1)) : 1;
    List<SimulatedOrder> all = provider.ordersByUpdate();
    List<Map<String, Object>> rows =
        all.stream()
            .skip((page - 1L) * PAGE_SIZE)
            .limit(PAGE_SIZE)
            .map(SimulatedOrder::listRow)
            .toList();
    int pages = Math.max(1, (all.size() + PAGE_SIZE - 1) / PAGE_SIZE);
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("data", rows);
    answer.put(
        "pagination", Map.of("totalItems", all.size(), "totalPages", pages, "currentPage", page));
    return new Response(200, JsonText.of(answer));
  }

  /** A response. */
  record Response(int status, String body) {}
}
