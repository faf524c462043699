package dev.rampline.bench.simulation;

import dev.rampline.bench.check.Canaries;
import dev.rampline.bench.check.Claims;
import dev.rampline.bench.check.DeadLetters;
import dev.rampline.bench.check.Findings;
import dev.rampline.bench.check.KycOracle;
import dev.rampline.bench.check.Messages;
import dev.rampline.bench.check.OrderOracle;
import dev.rampline.bench.provider.Customer;
import dev.rampline.bench.provider.Order;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What came of it all, once nothing goes wrong any more and everything had its time. */
final class Reckoning {
  private final Scene scene;
  private final boolean reconciles;
  private final Findings findings;
  private final Messages messages;

  Reckoning(Scene scene, boolean reconciles) {
    this.scene = scene;
    this.reconciles = reconciles;
    this.findings = scene.findings();
    this.messages = new Messages(scene.cloud().queue().sent());
  }

  /**
   * Notes what does not hold.
   *
   * @param trimmed the messages that the stream no longer held when they were to be sent
   */
  void make(List<String> trimmed) {
    DeadLetters letters = new DeadLetters(scene.cloud().letters().sentTo("rampline-relay-dead"));
    letters.check(scene.cloud().table().stream(), scene.cloud().queue(), findings);
    Set<String> givenUp = new HashSet<>(trimmed);
    givenUp.addAll(letters.ids());
    messages.check(scene.cloud().table().stream(), givenUp, findings);
    checkOrders();
    checkCustomers(givenUp);
    new Canaries(findings).check(scene.cloud(), scene.lines());
  }

  private void checkOrders() {
    OrderOracle oracle = new OrderOracle(messages, findings);
    Claims claims = new Claims(findings);
    claims.check(messages, scene.provider()::knew);
    for (Order order : scene.provider().orders()) {
      oracle.checkKept(order, scene.heard());
      if (reconciles) {
        oracle.checkReconciled(order);
        claims.checkAnswered(messages, order);
      }
    }
  }

  private void checkCustomers(Set<String> givenUp) {
    KycOracle oracle = new KycOracle(messages, findings);
    for (Customer customer : scene.provider().customers()) {
      oracle.checkKept(customer, scene.heard(), givenUp);
      if (reconciles) {
        oracle.checkReconciled(customer);
      }
    }
  }
}
