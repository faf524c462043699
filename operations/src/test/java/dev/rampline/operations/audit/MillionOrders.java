package dev.rampline.operations.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rampline.event.State;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A program that audits a file of a million orders. Each source has them in another order, and
 * lacks or changes some of them.
 */
final class MillionOrders {
  static final int ORDERS = 1_000_000;

  /** Every so many orders a difference. */
  static final int STEP = 100_000;

  private MillionOrders() {}

  /**
   * Writes the file with the path in the arguments, audits it, and prints the findings' numbers.
   */
  public static void main(String[] arguments) throws IOException {
    Path file = Path.of(arguments[0]);
    write(file);
    Audit audit =
        new Audit(
            new OrderFile(file),
            reader(AuditSource.LEDGER, 7_919, 1),
            reader(AuditSource.PROVIDER, 104_729, 2),
            (_, _) -> {});
    AuditSummary summary = audit.run(null, _ -> {});
    System.out.printf(
        "%d %d %d %s%n",
        summary.rows(), summary.ledgerOrders(), summary.providerOrders(), summary.findings());
  }

  private static void write(Path file) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file, UTF_8)) {
      out.write("orderId,partnerOrderId,state,fiatAmount,fiatCurrency,paidOut\n");
      for (int number = 0; number < ORDERS; number++) {
        if (number % STEP != 0) {
          out.write(
              "%s,partner-order-%d,completed,%d.50,EUR,true%n"
                  .formatted(id(number), number, number));
        }
      }
    }
  }

  /** Reads the orders in steps of a number that has no factor with theirs. */
  private static OrderReader reader(AuditSource source, int factor, int missing) {
    return orders -> {
      for (long index = 0; index < ORDERS; index++) {
        int number = (int) (index * factor % ORDERS);
        if (number % STEP != missing) {
          orders.accept(
              AuditFixture.order(
                  source,
                  id(number),
                  number % STEP == 3 ? State.FAILED : State.COMPLETED,
                  "partnerOrderId=partner-order-" + number,
                  "fiatAmount=" + number + ".5",
                  "fiatCurrency=EUR"));
        }
      }
      return SourceCoverage.COMPLETE;
    };
  }

  private static String id(int number) {
    return "6f0c2a7e-5b1d-4c7f-9a57-" + "%012x".formatted(number * 2_654_435_761L % 1_000_000_007L);
  }
}
