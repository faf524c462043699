package dev.rampline.bench.cloud;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The secret that holds the keys: its versions, and the labels that stand on them. */
public final class Vault {
  private static final String CURRENT = "AWSCURRENT";

  private final Map<String, String> versions = new HashMap<>();
  private final Map<String, String> labels = new HashMap<>();

  public Vault(String document) {
    putAside(document, CURRENT);
  }

  /** The current document. */
  public String document() {
    return Objects.requireNonNull(versions.get(current()));
  }

  String current() {
    return Objects.requireNonNull(labels.get(CURRENT));
  }

  String putAside(String document, String label) {
    String version = "version-" + (versions.size() + 1);
    versions.put(version, document);
    labels.put(label, version);
    return version;
  }

  /** Whether the label stood where it was said to stand, and so was moved. */
  boolean move(String label, String from, String to) {
    boolean stood = Optional.ofNullable(labels.get(label)).filter(from::equals).isPresent();
    if (stood) {
      labels.put(label, to);
    }
    return stood;
  }
}
