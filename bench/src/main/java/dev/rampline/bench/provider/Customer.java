package dev.rampline.bench.provider;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A customer as the provider knows them. */
public final class Customer {
  private final String id;
  private final boolean numbered;
  private final List<KycWord> words = new ArrayList<>();

  Customer(String id, boolean numbered) {
    this.id = id;
    this.numbered = numbered;
  }

  /** Whom consumers know them by (design §3). */
  public String subject() {
    return (numbered ? "kyc/customer/" : "kyc/partner-user/") + id;
  }

  /** Whether they bear a number of the partner's, by which alone the API can be asked (§2.6). */
  public boolean isKnownToApi() {
    return numbered;
  }

  /** Everything that was to be said of them, whether anybody heard it or not. */
  public List<KycWord> words() {
    return List.copyOf(words);
  }

  /** What they are at. */
  public Verdict verdict() {
    return words.getLast().verdict();
  }

  boolean is(String partnerCustomerId) {
    return numbered && id.equals(partnerCustomerId);
  }

  void said(KycWord word) {
    words.add(word);
  }

  Map<String, Object> ids() {
    Map<String, Object> ids = new LinkedHashMap<>();
    ids.put("partnerUserId", numbered ? "user-of-" + id : id);
    if (numbered) {
      ids.put("partnerCustomerId", id);
    }
    return ids;
  }

  Map<String, Object> answer() {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("userId", "provider-user-of-" + id);
    answer.put("status", verdict().status());
    answer.put("level", "TIER_2");
    answer.put("email", Canary.UNLISTED);
    return answer;
  }
}
