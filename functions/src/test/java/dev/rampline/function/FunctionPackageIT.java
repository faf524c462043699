package dev.rampline.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** The package for Lambda is small and contains each library once, and no library without a use. */
class FunctionPackageIT {
  private static final long MAX_BYTES = 15L * 1024 * 1024;
  private static final Path PACKAGE = Path.of(System.getProperty("package"));

  @Test
  void package_is_smaller_than_15_megabytes() throws IOException {
    assertThat(Files.size(PACKAGE)).isLessThan(MAX_BYTES);
  }

  @Test
  void handlers_are_at_the_root_and_dependencies_in_lib() throws IOException {
    assertThat(entries())
        .contains(
            "dev/rampline/function/webhook/WebhookHandler.class",
            "dev/rampline/function/relay/RelayHandler.class",
            "dev/rampline/function/rotation/RotationHandler.class",
            "dev/rampline/function/retry/RetryHandler.class",
            "dev/rampline/function/reconcile/ReconcileHandler.class")
        .allMatch(name -> name.startsWith("dev/") || name.matches("lib/([^/]+\\.jar)?"));
  }

  @Test
  void each_library_is_packaged_once() throws IOException {
    assertThat(libraries()).doesNotHaveDuplicates();
  }

  @Test
  void only_these_libraries_are_packaged() throws IOException {
    assertThat(String.join(" ", libraries()))
        .isEqualToNormalizingWhitespace(
            """
            annotations auth aws-core aws-json-protocol aws-lambda-java-core aws-lambda-java-events
            aws-query-protocol checksums checksums-spi crac dynamodb endpoints-spi eventstream
            http-auth http-auth-aws http-auth-aws-eventstream http-auth-spi http-client-spi identity-spi
            jackson-annotations jackson-core jackson-databind java-jwt joda-time json-utils
            metrics-spi profiles protocol-core rampline-adapters rampline-core
            reactive-streams regions retries retries-spi sdk-core secretsmanager slf4j-api
            slf4j-nop sns sqs third-party-jackson-core utils utils-lite
            """);
  }

  private static List<String> libraries() throws IOException {
    return entries().stream()
        .filter(name -> name.endsWith(".jar"))
        .map(name -> name.replaceFirst("lib/(.*?)-\\d.*\\.jar", "$1"))
        .sorted()
        .toList();
  }

  private static List<String> entries() throws IOException {
    try (ZipFile zip = new ZipFile(PACKAGE.toFile())) {
      return zip.stream().map(entry -> entry.getName()).toList();
    }
  }
}
