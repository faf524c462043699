package dev.rampline.subscriber;

import dev.rampline.ledger.Ledger;
import dev.rampline.subscriber.intake.Intake;
import dev.rampline.subscriber.socket.Credentials;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * What stands behind the subscription.
 *
 * @param credentials asked before each attempt to connect
 * @param intake takes in what is heard
 * @param ledger that it writes to
 */
public record Listening(Supplier<Credentials> credentials, Intake intake, Ledger ledger) {
  public Listening {
    Objects.requireNonNull(credentials, "credentials");
    Objects.requireNonNull(intake, "intake");
    Objects.requireNonNull(ledger, "ledger");
  }
}
