package dev.rampline.cli.components;

import dev.rampline.cli.terminal.CommandFailure;
import dev.rampline.cli.terminal.FailureText;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;

/**
 * Downloads DynamoDB Local from a Maven repository. The archive of a release must not contain it,
 * because its license forbids distribution
 * (docs/decisions/0032-releases-do-not-contain-dynamodb-local.md).
 */
final class DynamoDbLocalDownload {
  /** Its path in a repository. */
  static final String PATH = "com/amazonaws/DynamoDBLocal/2.6.1/DynamoDBLocal-2.6.1.jar";

  /** As in .mvn/checksums. */
  static final String SHA_256 = "a28d8b4919999b7dee6ffa9fd4e9a08744460657a9bd3e3499e3aad00e1f2cc4";

  /** For the connection, and for the beginning of the answer. */
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private DynamoDbLocalDownload() {}

  /**
   * Downloads it, or leaves it if it is there with the right content. Every user may read it.
   *
   * @return the file
   * @throws CommandFailure if the URL is not one of HTTP, or the repository cannot be reached or
   *     does not have this file
   * @throws IOException if the folder is not writable
   */
  static Path from(URI repository, Path folder) throws IOException, InterruptedException {
    if (!"http".equals(repository.getScheme()) && !"https".equals(repository.getScheme())) {
      throw new CommandFailure("The URL must begin with https:// or http://.");
    }
    Path file = folder.resolve(Path.of(PATH).getFileName());
    if (Files.exists(file) && SHA_256.equals(sha256(Files.readAllBytes(file)))) {
      return file;
    }
    Files.createDirectories(folder);
    Path partial = Files.createTempFile(folder, "download", ".part");
    try {
      Files.write(partial, fetch(URI.create(repository + "/" + PATH)));
      Files.setPosixFilePermissions(partial, PosixFilePermissions.fromString("rw-r--r--"));
      return Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(partial);
    }
  }

  private static byte[] fetch(URI url) throws InterruptedException {
    try (HttpClient client =
        HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(TIMEOUT)
            .build()) {
      HttpResponse<byte[]> response =
          client.send(
              HttpRequest.newBuilder(url).timeout(TIMEOUT).build(),
              HttpResponse.BodyHandlers.ofByteArray());
      if (response.statusCode() != 200) {
        throw new CommandFailure("%s answered %d.".formatted(url, response.statusCode()));
      }
      if (!SHA_256.equals(sha256(response.body()))) {
        throw new CommandFailure(url + " has another checksum than DynamoDB Local.");
      }
      return response.body();
    } catch (IOException failure) {
      throw new CommandFailure(
          "Cannot download %s: %s.".formatted(url, FailureText.of(failure)), failure);
    }
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
