package dev.rampline.verification;

/** Why a body was rejected. */
public enum Reason {
  TOO_LARGE("too-large", Verdict.TOO_LARGE),

  EMPTY("empty", Verdict.MALFORMED),
  NOT_UTF_8("not-utf-8", Verdict.MALFORMED),
  NEITHER_STRING_NOR_OBJECT("neither-string-nor-object", Verdict.MALFORMED),
  OBJECT_WITHOUT_MESSAGE_OR_EVENT("object-without-message-or-event", Verdict.MALFORMED),
  TEXT_OF_NO_TRANSPORT("text-of-no-transport", Verdict.MALFORMED),
  /** Authentic, and still not what the provider sends. */
  CONTENT_NOT_AN_OBJECT("content-not-an-object", Verdict.MALFORMED),

  MESSAGE_OF_NO_TRANSPORT("message-of-no-transport", Verdict.UNAUTHENTICATED),
  NO_KEY_FOR_TRANSPORT("no-key-for-transport", Verdict.UNAUTHENTICATED),
  NO_KEY_FITS("no-key-fits", Verdict.UNAUTHENTICATED),
  TOKEN_NOT_CANONICAL("token-not-canonical", Verdict.UNAUTHENTICATED),
  TOKEN_HEADER_NOT_AN_OBJECT("token-header-not-an-object", Verdict.UNAUTHENTICATED),
  TOKEN_ALGORITHM("token-algorithm", Verdict.UNAUTHENTICATED),
  TOKEN_EXTENSION("token-extension", Verdict.UNAUTHENTICATED),
  TOKEN_TIME_NOT_A_NUMBER("token-time-not-a-number", Verdict.UNAUTHENTICATED),
  TOKEN_EXPIRED("token-expired", Verdict.UNAUTHENTICATED),
  TOKEN_NOT_YET_VALID("token-not-yet-valid", Verdict.UNAUTHENTICATED),
  SIGNATURE_HEADER_MISSING("signature-header-missing", Verdict.UNAUTHENTICATED),
  SIGNATURE_HEADER_WRONG("signature-header-wrong", Verdict.UNAUTHENTICATED);

  private final String text;
  private final Verdict verdict;

  Reason(String text, Verdict verdict) {
    this.text = text;
    this.verdict = verdict;
  }

  /** The name in log entries and metric dimensions, such as {@code no-key-fits}. */
  public String text() {
    return text;
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
