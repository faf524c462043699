package dev.rampline.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rampline.devstack.DevKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Files with keys, as an argument of commands. They are deleted at the end of the process. */
public final class KeysFile {
  private KeysFile() {}

  /** Returns the option with a file of these access tokens, the current one first. */
  static String ofTokens(String... accessTokens) {
    return of(DevKeys.withSigningKeys(List.of(accessTokens), List.of()).document());
  }

  /** Returns the option with a file of these webhook secrets, the current one first. */
  static String ofSecrets(String... webhookSecrets) {
    return of(DevKeys.withSigningKeys(List.of(), List.of(webhookSecrets)).document());
  }

  /** Returns the option with a file of this content. */
  public static String of(String document) {
    try {
      Path file = Files.createTempFile("keys", ".json");
      file.toFile().deleteOnExit();
      return "--keys=" + Files.writeString(file, document, UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
