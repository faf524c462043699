package dev.rampline.decoding;

import dev.rampline.event.Subject;
import dev.rampline.event.VerifiedEvent;
import java.util.List;

/**
 * A page of the provider's list of orders.
 *
 * @param rows in the order in which they stand
 * @param omittedRows how many rows tell of no order
 * @param isLast whether the provider says that no page follows
 */
public record OrdersPage(List<VerifiedEvent> rows, int omittedRows, boolean isLast) {
  public OrdersPage {
    rows = List.copyOf(rows);
  }

  /** Whether there is nothing at all on it. */
  public boolean isEmpty() {
    return rows.isEmpty() && omittedRows == 0;
  }

  /** Whether the other has the same orders in the same order. */
  public boolean hasSameOrdersAs(OrdersPage other) {
    return subjects().equals(other.subjects());
  }

  private List<Subject> subjects() {
    return rows.stream().map(VerifiedEvent::subject).toList();
  }
}
