package dev.rampline.decoding;

import dev.rampline.observation.Observation;
import dev.rampline.observation.Subject;
import java.util.List;

/**
 * A page of the provider's list of orders.
 *
 * @param rows in the order in which they stand
 * @param leftOut how many rows tell of no order
 * @param isLast whether the provider says that no page follows
 */
public record OrdersPage(List<Observation> rows, int leftOut, boolean isLast) {
  public OrdersPage {
    rows = List.copyOf(rows);
  }

  /** Whether there is nothing at all on it. */
  public boolean isEmpty() {
    return rows.isEmpty() && leftOut == 0;
  }

  /** Whether the other has the same orders in the same order. */
  public boolean tellsTheSameAs(OrdersPage other) {
    return subjects().equals(other.subjects());
  }

  private List<Subject> subjects() {
    return rows.stream().map(Observation::subject).toList();
  }
}
