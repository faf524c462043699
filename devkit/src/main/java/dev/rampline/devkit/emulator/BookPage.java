package dev.rampline.devkit.emulator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A page of the list of orders.
 *
 * @param number of the page, 1 being the first
 * @param limit how many rows it may have
 */
record BookPage(ProviderBook book, int number, int limit) {
  ObjectNode told(Mischief mischief) {
    int total = book.size();
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ArrayNode data = answer.putArray("data");
    for (ObjectNode row : book.rows((number - 1) * limit + mischief.shift(), limit)) {
      data.add(row);
      if (mischief.repeats()) {
        data.add(row.deepCopy());
      }
    }
    answer
        .putObject("pagination")
        .put("totalItems", total)
        .put("totalPages", (total + limit - 1) / limit)
        .put("currentPage", number)
        .put("perPage", limit);
    return answer;
  }
}
