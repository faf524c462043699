package dev.rampline.verification;

import java.util.List;
import java.util.Objects;

/**
 * The names by which a webhook's envelope is recognized ({@code docs/provider-api.md#a1}).
 *
 * @param messageMembers members of a JSON body that may contain a token or ciphertext; the first
 *     that contains text is read
 * @param bodyMembers members of a plain JSON body that may contain the object of the event
 * @param flatMembers members of which a flat body has one ({@code docs/provider-api.md#s1})
 * @param eventNames names of the member with the event name
 * @param signatureHeader the name of the signature header
 * @param base64Signature whether the signature is base64 and not hexadecimal digits
 */
public record WebhookFormat(
    List<String> messageMembers,
    List<String> bodyMembers,
    List<String> flatMembers,
    List<String> eventNames,
    String signatureHeader,
    boolean base64Signature) {
  /** The documented members that may contain a token or ciphertext. */
  public static final List<String> MESSAGE_MEMBERS =
      List.of("data", "payload", "webhookData", "encryptedData", "token", "jwt");

  /** The documented signature header. */
  public static final String SIGNATURE_HEADER = "x-OZZOBiT-signature";

  public WebhookFormat {
    messageMembers = List.copyOf(messageMembers);
    bodyMembers = List.copyOf(bodyMembers);
    flatMembers = List.copyOf(flatMembers);
    eventNames = List.copyOf(eventNames);
    Objects.requireNonNull(signatureHeader, "signatureHeader");
  }
}
