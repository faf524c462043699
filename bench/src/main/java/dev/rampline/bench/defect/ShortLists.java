package dev.rampline.bench.defect;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampline.bench.cloud.Images;
import dev.rampline.bench.cloud.Table;
import dev.rampline.bench.provider.Stage;
import java.net.URI;
import java.util.Arrays;
import java.util.function.BiPredicate;

/** Ends the list of orders early: says of a page that it is the last. */
final class ShortLists {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private ShortLists() {}

  /** After the first page. */
  static String first(URI address, String sound, Table table) {
    return ended(address, sound, (_, _) -> true, table);
  }

  /** After a page that tells nothing new. */
  static String known(URI address, String sound, Table table) {
    return ended(address, sound, ShortLists::tellsNothingNew, table);
  }

  private static String ended(
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

  private static boolean tellsNothingNew(JsonNode page, Table table) {
    return page.path("data").valueStream().allMatch(row -> isKnown(row, table));
  }

  private static boolean isKnown(JsonNode row, Table table) {
    String state =
        table.find("order/" + row.path("id").asText()).map(Images::state).orElse("nothing");
    return Arrays.stream(Stage.values())
        .filter(stage -> stage.state().equals(state))
        .anyMatch(stage -> stage.inApi().filter(row.path("status").asText()::equals).isPresent());
  }

  private static JsonNode read(String answer) {
    try {
      return MAPPER.readTree(answer);
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException("The provider answers JSON", broken);
    }
  }
}
