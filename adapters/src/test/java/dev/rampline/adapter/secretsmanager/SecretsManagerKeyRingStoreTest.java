package dev.rampline.adapter.secretsmanager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rampline.adapter.ScriptedAws.Response;
import dev.rampline.rotation.KeyRingStore;
import dev.rampline.rotation.KeyRingStore.Replacement;
import dev.rampline.rotation.KeyRingStoreContract;
import dev.rampline.rotation.StoredKeyRing;
import dev.rampline.time.Deadline;
import dev.rampline.verification.KeysUnavailableException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SecretsManagerKeyRingStoreTest extends KeyRingStoreContract {
  private final List<FakeSecret> secrets = new ArrayList<>();

  @AfterEach
  void close() {
    secrets.forEach(FakeSecret::close);
  }

  @Override
  protected KeyRingStore containing(String text) {
    secrets.add(new FakeSecret(text));
    return new SecretsManagerKeyRingStore(secret().client(), "rampline/keys");
  }

  @Override
  protected void put(KeyRingStore store, String text) {
    secret().put(text);
  }

  @Test
  void replacement_movesTheLabelFromTheVersionThatWasRead() {
    KeyRingStore store = containing("first");
    StoredKeyRing seen = store.read(soon());
    secret().put("of the operator");

    assertThat(store.replace(seen, "second", soon())).isEqualTo(Replacement.SUPERSEDED);

    assertThat(secret().aws().operations())
        .containsExactly(
            "GetSecretValue", "PutSecretValue", "UpdateSecretVersionStage", "GetSecretValue");
    assertThat(secret().aws().requests().get(2).text("RemoveFromVersionId"))
        .isEqualTo(seen.version());
    assertThat(store.read(soon()).text()).isEqualTo("of the operator");
  }

  @Test
  void replacementWhoseResponseIsLost_isWritten() {
    KeyRingStore store = containing("first");
    StoredKeyRing seen = store.read(soon());
    secret().aws().then(request -> secret().respond(request));
    secret()
        .aws()
        .then(
            request -> {
              secret().respond(request);
              return new Response(500, "{\"__type\":\"InternalServiceError\"}");
            });

    assertThat(store.replace(seen, "second", soon())).isEqualTo(Replacement.WRITTEN);

    assertThat(store.read(soon()).text()).isEqualTo("second");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "InvalidParameterException",
        "InvalidRequestException",
        "ResourceNotFoundException"
      })
  void refusedReplacement_isNotTakenForWritten(String code) {
    KeyRingStore store = containing("first");
    StoredKeyRing seen = store.read(soon());
    secret().aws().then(request -> secret().respond(request));
    secret().aws().thenError(code);

    assertThatThrownBy(() -> store.replace(seen, "second", soon()))
        .isInstanceOf(KeysUnavailableException.class);

    assertThat(store.read(soon()).text()).isEqualTo("first");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"AccessDeniedException", "DecryptionFailure", "ResourceNotFoundException"})
  void refusedRead_isUnavailable(String code) {
    KeyRingStore store = containing("first");
    secret().aws().thenError(code);

    assertThatThrownBy(() -> store.read(soon()))
        .isInstanceOf(KeysUnavailableException.class)
        .hasMessageNotContaining("canary");
  }

  @Test
  void secretWithoutText_isReadAsEmpty() {
    KeyRingStore store = containing("first");
    secret().aws().then(_ -> new Response(200, "{\"VersionId\":\"v\",\"SecretBinary\":\"AAAA\"}"));

    assertThat(store.read(soon()).text()).isEmpty();
  }

  @Test
  void callAfterTheDeadline_isNotMade() {
    KeyRingStore store = containing("first");

    assertThatThrownBy(() -> store.read(Deadline.after(Duration.ZERO, InstantSource.system())))
        .isInstanceOf(KeysUnavailableException.class);
    assertThat(secret().aws().requests()).isEmpty();
  }

  private FakeSecret secret() {
    return Objects.requireNonNull(secrets.getLast());
  }

  private static Deadline soon() {
    return Deadline.after(Duration.ofSeconds(30), InstantSource.system());
  }
}
