package dev.rampline.ledger;

import dev.rampline.event.State;
import dev.rampline.event.Subject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The status of a subject apart from terminal states. Orders and KYC follow different rules. */
public sealed interface CurrentStatus permits OrderStatus, KycStatus {
  /** Returns the status of such a subject before any state was reported. */
  static CurrentStatus none(Subject.Kind kind) {
    return switch (kind) {
      case ORDER -> OrderStatus.NONE;
      case KYC -> KycStatus.NONE;
    };
  }

  /** Returns the state. */
  State state();

  /** Returns the precedence of that state; null before any state was reported. */
  @Nullable FieldPrecedence precedence();

  /** Returns whether the state is certain; always true for orders. */
  boolean confirmed();

  /** Returns when the current state occurred; null if unknown. */
  default @Nullable Instant occurredAt() {
    FieldPrecedence precedence = precedence();
    return precedence == null ? null : precedence.occurredAt();
  }
}
