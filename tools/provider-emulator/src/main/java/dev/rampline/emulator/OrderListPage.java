package dev.rampline.emulator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A page of the order list.
 *
 * @param number the page number, starting at 1
 * @param limit the maximum number of rows
 */
record OrderListPage(ProviderState state, OrderListSort sort, int number, int limit) {
  ObjectNode toJson(ApiFaultInjector faults) {
    int total = state.size();
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ArrayNode data = answer.putArray("data");
    int from = (number - 1) * limit + faults.nextPageShift();
    for (ObjectNode row : state.rows(sort, from, limit)) {
      data.add(row);
      if (faults.drawRowRepeat()) {
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
