package dev.rampline.simulation.cloud;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The secret with the keys: its versions and their staging labels. Another secret, with the
 * credentials, never changes.
 */
public final class SecretStore {
  /** The id of the secret with the credentials. */
  public static final String CREDENTIALS_ID = "rampline/api";

  private static final String CURRENT = "AWSCURRENT";

  private final Map<String, String> versions = new HashMap<>();
  private final Map<String, String> labels = new HashMap<>();
  private final List<CurrentVersion> history = new ArrayList<>();
  private final String credentials;
  private final InstantSource clock;

  public SecretStore(String document, String credentials, InstantSource clock) {
    this.credentials = credentials;
    this.clock = clock;
    addVersion(document, CURRENT);
  }

  /** The current document. */
  public String document() {
    return Objects.requireNonNull(versions.get(current()));
  }

  /** The document with the API key and secret. */
  String credentials() {
    return credentials;
  }

  /** When that key first was current; empty if it never was. */
  public Optional<Instant> currentSince(String key) {
    return history.stream()
        .filter(stood -> stood.document().contains(key))
        .map(CurrentVersion::since)
        .findFirst();
  }

  String current() {
    return Objects.requireNonNull(labels.get(CURRENT));
  }

  final String addVersion(String document, String label) {
    String version = "version-" + (versions.size() + 1);
    versions.put(version, document);
    put(label, version);
    return version;
  }

  /** Moves the label and returns true if it was on the expected version. */
  boolean moveLabel(String label, String from, String to) {
    boolean stood = Optional.ofNullable(labels.get(label)).filter(from::equals).isPresent();
    if (stood) {
      put(label, to);
    }
    return stood;
  }

  private void put(String label, String version) {
    labels.put(label, version);
    if (label.equals(CURRENT)) {
      history.add(new CurrentVersion(document(), clock.instant()));
    }
  }

  private record CurrentVersion(String document, Instant since) {}
}
