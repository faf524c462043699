package dev.rampline.verification;

/** Why a body is not to be believed. */
public enum Reason {
  TOO_LARGE(Verdict.TOO_LARGE),

  EMPTY(Verdict.MALFORMED),
  NOT_UTF_8(Verdict.MALFORMED),
  NEITHER_STRING_NOR_OBJECT(Verdict.MALFORMED),
  OBJECT_WITHOUT_MESSAGE_OR_EVENT(Verdict.MALFORMED),
  TEXT_OF_NO_TRANSPORT(Verdict.MALFORMED),
  /** Authentic, and still not what the provider sends. */
  CONTENT_NOT_AN_OBJECT(Verdict.MALFORMED),

  MESSAGE_OF_NO_TRANSPORT(Verdict.UNAUTHENTICATED),
  NO_KEY_FOR_TRANSPORT(Verdict.UNAUTHENTICATED),
  NO_KEY_FITS(Verdict.UNAUTHENTICATED),
  TOKEN_NOT_CANONICAL(Verdict.UNAUTHENTICATED),
  TOKEN_HEADER_NOT_AN_OBJECT(Verdict.UNAUTHENTICATED),
  TOKEN_ALGORITHM(Verdict.UNAUTHENTICATED),
  TOKEN_EXTENSION(Verdict.UNAUTHENTICATED),
  TOKEN_TIME_NOT_A_NUMBER(Verdict.UNAUTHENTICATED),
  TOKEN_EXPIRED(Verdict.UNAUTHENTICATED),
  TOKEN_NOT_YET_VALID(Verdict.UNAUTHENTICATED),
  SIGNATURE_HEADER_MISSING(Verdict.UNAUTHENTICATED),
  SIGNATURE_HEADER_WRONG(Verdict.UNAUTHENTICATED);

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
