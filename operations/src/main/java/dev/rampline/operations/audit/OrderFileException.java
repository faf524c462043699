package dev.rampline.operations.audit;

/**
 * A file is not an order file ({@code docs/audit.md#columns}). The message is a clause that follows
 * the file's name and names the line.
 */
public final class OrderFileException extends RuntimeException {
  OrderFileException(String clause) {
    super(clause);
  }

  OrderFileException(String clause, Throwable cause) {
    super(clause, cause);
  }

  /** Creates the exception for a line; 1 is the header. */
  static OrderFileException at(long line, String clause) {
    return new OrderFileException("line %d: %s".formatted(line, clause));
  }
}
