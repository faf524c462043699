package dev.rampline.decoding;

import dev.rampline.event.Subject;
import dev.rampline.event.VerifiedEvent;
import java.util.List;

/**
 * A page of the provider's order list.
 *
 * @param rows the rows, in the provider's order
 * @param omittedRows number of rows that are not orders
 * @param isLast whether the provider says that this is the last page
 */
public record OrdersPage(List<VerifiedEvent> rows, int omittedRows, boolean isLast) {
  public OrdersPage {
    rows = List.copyOf(rows);
  }

  /** Returns whether the page has no rows. */
  public boolean isEmpty() {
    return rows.isEmpty() && omittedRows == 0;
  }

  /** Returns whether the other page has the same orders in the same sequence. */
  public boolean hasSameOrdersAs(OrdersPage other) {
    return subjects().equals(other.subjects());
  }

  private List<Subject> subjects() {
    return rows.stream().map(VerifiedEvent::subject).toList();
  }
}
