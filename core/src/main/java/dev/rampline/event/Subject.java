package dev.rampline.event;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * What an event is about: the key of a ledger record and the group of its messages.
 *
 * <p>One of {@code order/<provider order id>}, {@code kyc/customer/<partnerCustomerId>}, {@code
 * kyc/partner-user/<partnerUserId>} and {@code kyc/user/<userId>}. An id of 1–96 printable ASCII
 * characters without space that does not start with {@code ~} is used unchanged. Any other id is
 * replaced by {@code ~} and the base64url of its SHA-256, because SQS allows no other characters in
 * a message group. The text is at most 113 characters of printable ASCII.
 *
 * <p>{@code toString} returns the log id, so that no exception and no record's text contains a
 * customer's id.
 *
 * @param text the whole subject
 */
public record Subject(String text) {
  private static final String ORDER = "order/";
  private static final String CUSTOMER = "kyc/customer/";
  private static final String PARTNER_USER = "kyc/partner-user/";
  private static final String USER = "kyc/user/";
  private static final List<String> PREFIXES = List.of(ORDER, CUSTOMER, PARTNER_USER, USER);
  private static final int MAX_ID = 96;
  private static final Pattern READABLE_IN_LOGS = Pattern.compile("order/[A-Za-z0-9_-]{1,64}");
  private static final int LOG_ID_DIGITS = 20;

  /**
   * @throws IllegalArgumentException if the text has none of the four forms
   */
  public Subject {
    Objects.requireNonNull(text, "text");
    if (!hasId(text)) {
      throw new IllegalArgumentException("Not a subject");
    }
  }

  /** Returns the subject of an order. The provider's id must not be blank. */
  public static Subject order(String providerOrderId) {
    return of(ORDER, providerOrderId);
  }

  /** Returns the subject of a customer. The partner's id for the customer must not be blank. */
  public static Subject customer(String partnerCustomerId) {
    return of(CUSTOMER, partnerCustomerId);
  }

  /**
   * Returns the subject of a user who has no customer id. The partner's user id must not be blank.
   */
  public static Subject partnerUser(String partnerUserId) {
    return of(PARTNER_USER, partnerUserId);
  }

  /**
   * Returns the subject of a user who has neither of the partner's ids. The provider's user id must
   * not be blank.
   */
  public static Subject user(String userId) {
    return of(USER, userId);
  }

  /** Returns whether this is an order or a customer's KYC. */
  public Kind kind() {
    return text.startsWith(ORDER) ? Kind.ORDER : Kind.KYC;
  }

  /** Returns whether this is a customer by the partner's id. */
  public boolean isCustomer() {
    return text.startsWith(CUSTOMER);
  }

  /** Returns whether this is a user by the partner's user id. */
  public boolean isPartnerUser() {
    return text.startsWith(PARTNER_USER);
  }

  /** Returns whether the provider's API can be asked about it: an order, or a customer. */
  public boolean canBeLookedUp() {
    return kind() == Kind.ORDER || isCustomer();
  }

  /**
   * Returns the name of this subject in logs ({@code
   * docs/runbook.md#find-a-customers-log-entries}): the text of an order whose id has the
   * provider's form; else the text with the id replaced by {@code sha256:} and the first 20
   * hexadecimal digits of the SHA-256 of the text.
   */
  public String logId() {
    if (READABLE_IN_LOGS.matcher(text).matches()) {
      return text;
    }
    int idStart = kind() == Kind.ORDER ? text.indexOf('/') : text.indexOf('/', "kyc/".length());
    String hash = HexFormat.of().formatHex(sha256().digest(bytes(text)));
    return text.substring(0, idStart + 1) + "sha256:" + hash.substring(0, LOG_ID_DIGITS);
  }

  @Override
  public String toString() {
    return logId();
  }

  private static Subject of(String prefix, String id) {
    boolean isPlain = isPrintable(id, 0) && id.charAt(0) != '~';
    return new Subject(prefix + (isPlain ? id : "~" + digest(id)));
  }

  private static boolean hasId(String text) {
    for (String prefix : PREFIXES) {
      if (text.startsWith(prefix)) {
        return isPrintable(text, prefix.length());
      }
    }
    return false;
  }

  /** Returns whether an id is 1–{@value #MAX_ID} printable ASCII characters without space. */
  private static boolean isPrintable(String text, int begin) {
    int length = text.length() - begin;
    if (length < 1 || length > MAX_ID) {
      return false;
    }
    for (int index = begin; index < text.length(); index++) {
      char character = text.charAt(index);
      if (character <= ' ' || character > '~') {
        return false;
      }
    }
    return true;
  }

  private static String digest(String id) {
    byte[] hash = sha256().digest(bytes(id));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
  }

  /**
   * Encodes in UTF-8, or in UTF-16 for unpaired surrogates, which UTF-8 would all replace by '?'.
   */
  private static byte[] bytes(String id) {
    boolean encodable = StandardCharsets.UTF_8.newEncoder().canEncode(id);
    return id.getBytes(encodable ? StandardCharsets.UTF_8 : StandardCharsets.UTF_16BE);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java platform has SHA-256", impossible);
    }
  }

  /** The kind of a subject. */
  public enum Kind {
    ORDER,
    KYC;

    /** Returns the name in messages: {@code order} or {@code kyc}. */
    public String text() {
      return this == ORDER ? "order" : "kyc";
    }
  }
}
