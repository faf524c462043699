package dev.rampline.cli.components;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.dynamodbv2.local.server.LocalDynamoDBServerHandler;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import dev.rampline.cli.terminal.CommandFailure;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Downloads from a repository on loopback. */
class DynamoDbLocalDownloadTest {
  @TempDir private Path repository;
  @TempDir private Path folder;

  private HttpServer server;

  @BeforeEach
  void serve() {
    server =
        SimpleFileServer.createFileServer(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
            repository,
            SimpleFileServer.OutputLevel.NONE);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void sameFileAsInTheBuild_isStored_andNotDownloadedAgain() throws Exception {
    Path original = original();
    publish(Files.readAllBytes(original));

    Path downloaded = download();
    stop();

    assertThat(downloaded).hasSameBinaryContentAs(original);
    assertThat(Files.getPosixFilePermissions(downloaded))
        .isEqualTo(PosixFilePermissions.fromString("rw-r--r--"));
    assertThat(download()).isEqualTo(downloaded);
  }

  @Test
  void damagedFile_isReplaced() throws Exception {
    Path original = original();
    publish(Files.readAllBytes(original));
    Files.createDirectory(folder.resolve("lib"));
    Path damaged =
        Files.createFile(
            folder.resolve("lib").resolve(Path.of(DynamoDbLocalDownload.PATH).getFileName()));

    assertThat(download()).isEqualTo(damaged).hasSameBinaryContentAs(original);
  }

  @Test
  void anotherFile_isRefused_andNothingIsStored() throws Exception {
    publish("not DynamoDB Local".getBytes(UTF_8));

    assertThatThrownBy(this::download)
        .isInstanceOf(CommandFailure.class)
        .hasMessageEndingWith("has another checksum than DynamoDB Local.");
    assertThat(folder.resolve("lib")).isEmptyDirectory();
  }

  @Test
  void missingFile_isExplained() {
    assertThatThrownBy(this::download)
        .isInstanceOf(CommandFailure.class)
        .hasMessageEndingWith(DynamoDbLocalDownload.PATH + " answered 404.");
  }

  @Test
  void unreachableRepository_isExplained() {
    stop();

    assertThatThrownBy(this::download)
        .isInstanceOf(CommandFailure.class)
        .hasMessageEndingWith(DynamoDbLocalDownload.PATH + ": the connection was refused.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"repository.example/maven2", "file:///tmp", "ftp://repository.example"})
  void urlWithoutHttp_isExplained(String url) {
    assertThatThrownBy(() -> DynamoDbLocalDownload.from(URI.create(url), folder.resolve("lib")))
        .isInstanceOf(CommandFailure.class)
        .hasMessage("The URL must begin with https:// or http://.");
  }

  @Test
  void checksum_isTheRecordedOne() {
    assertThat(Path.of("../../.mvn/checksums/checksums.sha256"))
        .content()
        .contains(DynamoDbLocalDownload.SHA_256 + "  " + DynamoDbLocalDownload.PATH + "\n");
  }

  private static Path original() throws Exception {
    return Path.of(
        LocalDynamoDBServerHandler.class
            .getProtectionDomain()
            .getCodeSource()
            .getLocation()
            .toURI());
  }

  private void publish(byte[] content) throws Exception {
    Path file = repository.resolve(DynamoDbLocalDownload.PATH);
    Files.createDirectories(file.getParent());
    Files.write(file, content);
  }

  private Path download() throws Exception {
    URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    return DynamoDbLocalDownload.from(url, folder.resolve("lib"));
  }
}
