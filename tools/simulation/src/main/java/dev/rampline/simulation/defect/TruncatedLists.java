package dev.rampline.simulation.defect;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampline.simulation.cloud.ItemAttributes;
import dev.rampline.simulation.cloud.Table;
import dev.rampline.testkit.provider.OrderState;
import java.net.URI;
import java.util.function.BiPredicate;

/** Ends the order list early: marks a page as the last. */
final class TruncatedLists {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private TruncatedLists() {}

  /** After the first page. */
  static String afterFirstPage(URI address, String sound, Table table) {
    return truncate(address, sound, (_, _) -> true, table);
  }

  /** After a page without news. */
  static String afterKnownPage(URI address, String sound, Table table) {
    return truncate(address, sound, TruncatedLists::hasOnlyKnownRows, table);
  }

  private static String truncate(
      URI address, String sound, BiPredicate<JsonNode, Table> isLast, Table table) {
    if (!address.getPath().endsWith("/orders")) {
      return sound;
    }
    JsonNode page = read(sound);
    if (page.path("pagination") instanceof ObjectNode pagination && isLast.test(page, table)) {
      pagination.set("totalPages", pagination.path("currentPage"));
    }
    return page.toString();
  }

  private static boolean hasOnlyKnownRows(JsonNode page, Table table) {
    return page.path("data").valueStream().allMatch(row -> isKnown(row, table));
  }

  private static boolean isKnown(JsonNode row, Table table) {
    String state =
        table.find("order/" + row.path("id").asText()).map(ItemAttributes::state).orElse("nothing");
    return OrderState.ofText(state)
        .flatMap(OrderState::apiStatus)
        .filter(row.path("status").asText()::equals)
        .isPresent();
  }

  private static JsonNode read(String answer) {
    try {
      return MAPPER.readTree(answer);
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException("The response is not JSON", broken);
    }
  }
}
