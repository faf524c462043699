package dev.rampline.decoding;

import dev.rampline.event.State;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The terms that an operator adds to the documented ones with the setting {@code
 * RAMPLINE_VOCABULARY} ({@code docs/settings.md#vocabulary}). An added term replaces a documented
 * one.
 *
 * @param events meanings by event name, or by prefix and {@code *}
 * @param orderStatuses states by order status
 * @param kycStatuses states by KYC status
 * @param fields further names of a member, by the name of the field
 * @param envelope further members that contain the token, the ciphertext or the body
 * @param ignoredEvents event names that need no subject and change nothing
 * @param signatureHeader the name of the signature header; null for the documented one
 * @param base64Signature whether the signature header contains base64 and not hexadecimal digits
 */
public record VocabularyAdditions(
    Map<String, EventMeaning> events,
    Map<String, State> orderStatuses,
    Map<String, State> kycStatuses,
    Map<String, List<String>> fields,
    List<String> envelope,
    Set<String> ignoredEvents,
    @Nullable String signatureHeader,
    boolean base64Signature) {
  /** No additions. */
  public static final VocabularyAdditions NONE =
      new VocabularyAdditions(
          Map.of(), Map.of(), Map.of(), Map.of(), List.of(), Set.of(), null, false);

  static final String EVENT_NAME = "eventName";
  static final String STATUS = "status";
  static final String KYC_STATUS = "kycStatus";
  static final String TIMESTAMP = "timestamp";

  public VocabularyAdditions {
    events = Map.copyOf(events);
    orderStatuses = Map.copyOf(orderStatuses);
    kycStatuses = Map.copyOf(kycStatuses);
    fields = Map.copyOf(fields);
    envelope = List.copyOf(envelope);
    ignoredEvents = Set.copyOf(ignoredEvents);
  }

  /** Returns the added terms in one line. */
  public String summary() {
    List<String> parts = new ArrayList<>();
    add(parts, "events", events.keySet());
    add(parts, "order statuses", orderStatuses.keySet());
    add(parts, "KYC statuses", kycStatuses.keySet());
    add(parts, "fields", fields.keySet());
    add(parts, "envelope", envelope);
    add(parts, "ignored events", ignoredEvents);
    if (signatureHeader != null) {
      parts.add("signature header " + signatureHeader);
    }
    if (base64Signature) {
      parts.add("signature in base64");
    }
    return parts.isEmpty() ? "Documented terms only." : String.join("; ", parts) + ".";
  }

  private static void add(List<String> parts, String title, Collection<String> terms) {
    if (!terms.isEmpty()) {
      parts.add(title + " " + String.join(", ", new TreeSet<>(terms)));
    }
  }

  List<String> names(String field) {
    return Objects.requireNonNullElse(fields.get(field), List.of());
  }

  List<TermTable.Row<EventMeaning>> eventRows() {
    List<TermTable.Row<EventMeaning>> rows = new ArrayList<>(rows(events));
    ignoredEvents.forEach(name -> rows.add(TermTable.row(EventMeaning.IGNORED, name)));
    return rows;
  }

  List<TermTable.Row<State>> orderStatusRows() {
    return rows(orderStatuses);
  }

  List<TermTable.Row<State>> kycStatusRows() {
    return rows(kycStatuses);
  }

  private static <T> List<TermTable.Row<T>> rows(Map<String, T> meanings) {
    return meanings.entrySet().stream()
        .map(entry -> TermTable.row(entry.getValue(), entry.getKey()))
        .toList();
  }
}
