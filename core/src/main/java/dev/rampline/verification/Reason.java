package dev.rampline.verification;

/** Why a body is not to be believed. */
public enum Reason {
  TOO_LARGE(Verdict.TOO_LARGE);

  private final Verdict verdict;

  Reason(Verdict verdict) {
    this.verdict = verdict;
  }

  /** What kind of refusal this is. */
  public Verdict verdict() {
    return verdict;
  }

  /** The kinds of refusal, each with an answer of its own. */
  public enum Verdict {
    /** Larger than a body may be. */
    TOO_LARGE,
    /** Nothing that the provider could have sent, or verified and still no JSON object. */
    MALFORMED,
    /** No configured transport accepts it. */
    UNAUTHENTICATED
  }
}
