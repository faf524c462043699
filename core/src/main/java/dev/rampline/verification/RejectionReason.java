package dev.rampline.verification;

/** Why a body was rejected. */
public enum RejectionReason {
  TOO_LARGE("too-large", Category.TOO_LARGE),

  EMPTY("empty", Category.MALFORMED),
  NOT_UTF_8("not-utf-8", Category.MALFORMED),
  NEITHER_STRING_NOR_OBJECT("neither-string-nor-object", Category.MALFORMED),
  OBJECT_WITHOUT_MESSAGE_OR_EVENT("object-without-message-or-event", Category.MALFORMED),
  TEXT_OF_NO_TRANSPORT("text-of-no-transport", Category.MALFORMED),

  /** There is a token in the body, but not where Rampline looks for it. */
  TOKEN_IN_UNKNOWN_ENVELOPE("token-in-unknown-envelope", Category.UNAUTHENTICATED),
  MESSAGE_OF_NO_TRANSPORT("message-of-no-transport", Category.UNAUTHENTICATED),
  NO_KEY_FOR_TRANSPORT("no-key-for-transport", Category.UNAUTHENTICATED),
  NO_KEY_FITS("no-key-fits", Category.UNAUTHENTICATED),
  TOKEN_NOT_CANONICAL("token-not-canonical", Category.UNAUTHENTICATED),
  TOKEN_HEADER_NOT_AN_OBJECT("token-header-not-an-object", Category.UNAUTHENTICATED),
  TOKEN_ALGORITHM("token-algorithm", Category.UNAUTHENTICATED),
  TOKEN_EXTENSION("token-extension", Category.UNAUTHENTICATED),
  TOKEN_TIME_NOT_A_NUMBER("token-time-not-a-number", Category.UNAUTHENTICATED),
  TOKEN_EXPIRED("token-expired", Category.UNAUTHENTICATED),
  TOKEN_NOT_YET_VALID("token-not-yet-valid", Category.UNAUTHENTICATED),
  SIGNATURE_HEADER_MISSING("signature-header-missing", Category.UNAUTHENTICATED),
  SIGNATURE_HEADER_WRONG("signature-header-wrong", Category.UNAUTHENTICATED);

  private final String text;
  private final Category category;

  RejectionReason(String text, Category category) {
    this.text = text;
    this.category = category;
  }

  /** Returns the name in log entries and metric dimensions, such as {@code no-key-fits}. */
  public String text() {
    return text;
  }

  /** Returns the category, which determines the HTTP response. */
  public Category category() {
    return category;
  }

  /** The categories of rejections; each has its own HTTP response. */
  public enum Category {
    /** The body exceeds the size limit. */
    TOO_LARGE,
    /** Not in the provider's format. */
    MALFORMED,
    /** No configured transport accepts it. */
    UNAUTHENTICATED
  }
}
