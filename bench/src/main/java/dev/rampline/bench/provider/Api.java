package dev.rampline.bench.provider;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The provider's REST API (provider.md §2). */
final class Api {
  private static final String ORDERS = "/api/v2/orders";
  private static final String KYC = "/api/v2/kyc/status/partner-customer-id";
  private static final String TOKEN = "/api/v2/auth/token";
  private static final Pattern PAGE = Pattern.compile("(?:^|&)page=(\\d+)");

  /** It gives fewer on a page than it is asked for, so that a few orders make several pages. */
  private static final int PAGE_SIZE = 2;

  private final Provider provider;

  Api(Provider provider) {
    this.provider = provider;
  }

  Answer answer(URI address, String bearer) {
    String path = address.getPath();
    if (path.equals(TOKEN)) {
      return token();
    }
    if (!provider.honours(bearer)) {
      return new Answer(401, "{}");
    }
    if (path.equals(ORDERS)) {
      return page(address.getQuery());
    }
    if (path.equals(KYC)) {
      return customer(address.getQuery());
    }
    return provider
        .order(path.substring(ORDERS.length() + 1))
        .map(order -> new Answer(200, Text.of(order.answer())))
        .orElse(new Answer(404, "{}"));
  }

  private Answer token() {
    Map<String, Object> given = new LinkedHashMap<>();
    given.put("accessToken", provider.giveToken());
    given.put("expiresIn", provider.tokenLifeSeconds());
    return new Answer(200, Text.of(given));
  }

  private Answer customer(String query) {
    return provider
        .customer(query.replaceFirst("^partnerCustomerId=", ""))
        .map(customer -> new Answer(200, Text.of(customer.answer())))
        .orElse(new Answer(404, "{}"));
  }

  private Answer page(String query) {
    Matcher matcher = PAGE.matcher(query);
    int page = matcher.find() ? Integer.parseInt(matcher.group(1)) : 1;
    List<Order> all = provider.byUpdate();
    List<Map<String, Object>> rows =
        all.stream().skip((page - 1L) * PAGE_SIZE).limit(PAGE_SIZE).map(Order::row).toList();
    int pages = Math.max(1, (all.size() + PAGE_SIZE - 1) / PAGE_SIZE);
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("data", rows);
    answer.put(
        "pagination", Map.of("totalItems", all.size(), "totalPages", pages, "currentPage", page));
    return new Answer(200, Text.of(answer));
  }

  /** What it answers. */
  record Answer(int status, String body) {}
}
