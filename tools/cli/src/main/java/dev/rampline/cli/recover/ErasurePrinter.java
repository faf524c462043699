package dev.rampline.cli.recover;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampline.cli.terminal.JsonLines;
import dev.rampline.cli.terminal.KeyValuePrinter;
import dev.rampline.event.Subject;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.ledger.Tombstone;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Prints what became of each subject, and returns the exit code that it means.
 *
 * @param json whether to print a line of JSON instead of a table
 */
record ErasurePrinter(PrintWriter out, boolean json) {

  /** A record was erased, together with those of the customer's other ids. */
  int erased(Tombstone tombstone, List<Subject> aliases) {
    String others = aliases.stream().map(Subject::text).sorted().collect(Collectors.joining(", "));
    return print(0, others.isEmpty() ? "erased" : "erased with " + others, tombstone);
  }

  /** An earlier run erased the record. */
  int alreadyErased(Tombstone tombstone) {
    return print(0, "already erased", tombstone);
  }

  /** The record remains, because the user has not confirmed the erasure. */
  int notErased(LedgerRecord record) {
    return print(
        1,
        outcome(record.subject().text(), "not erased")
            .put("state", record.state().text())
            .put("version", record.version())
            .put("updatedAt", record.revision().updatedAt().toString()));
  }

  /** The ledger has no record of this id. */
  int unknown(String id) {
    return print(1, outcome(id, "unknown: the ledger has no record of it"));
  }

  private int print(int code, String outcome, Tombstone tombstone) {
    return print(
        code,
        outcome(tombstone.subject().text(), outcome)
            .put("version", tombstone.version())
            .put("erasedAt", tombstone.revision().updatedAt().toString()));
  }

  private int print(int code, ObjectNode outcome) {
    if (json) {
      JsonLines.print(out, outcome);
    } else {
      new KeyValuePrinter(out).print(outcome);
    }
    return code;
  }

  private static ObjectNode outcome(String subject, String outcome) {
    return JsonLines.object().put("subject", subject).put("outcome", outcome);
  }
}
