package dev.rampline.decoding;

/** The text is not a vocabulary; the message says what to change. */
public final class InvalidVocabularyException extends RuntimeException {
  private final String problem;

  InvalidVocabularyException(String problem) {
    super(problem);
    this.problem = problem;
  }

  @Override
  public String getMessage() {
    return problem;
  }
}
