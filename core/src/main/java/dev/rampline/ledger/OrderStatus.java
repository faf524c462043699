package dev.rampline.ledger;

import dev.rampline.event.State;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The current status of an order.
 *
 * @param state the reported state of the highest rank that is not terminal
 * @param precedence precedence of that state; null before any state was reported
 */
public record OrderStatus(State state, @Nullable FieldPrecedence precedence)
    implements CurrentStatus {
  /** No state was reported. */
  public static final OrderStatus NONE = new OrderStatus(State.UNKNOWN, null);

  public OrderStatus {
    Objects.requireNonNull(state, "state");
  }

  @Override
  public boolean confirmed() {
    return true;
  }
}
