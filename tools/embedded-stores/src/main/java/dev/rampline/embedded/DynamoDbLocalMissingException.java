package dev.rampline.embedded;

/** DynamoDB Local is not on the class path: its license does not let a release contain it. */
public final class DynamoDbLocalMissingException extends RuntimeException {
  DynamoDbLocalMissingException(NoClassDefFoundError cause) {
    super("DynamoDB Local is missing", cause);
  }
}
