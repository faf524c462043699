package dev.rampline.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The <a
 * href="https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/serverless-sam-template-publishing-applications-metadata-properties.html">limits
 * of the AWS Serverless Application Repository</a> for what it shows of an application.
 */
class RepositoryMetadataTest {
  private static final long LARGEST_FILE = 5L * 1024 * 1024;

  private final JsonNode metadata =
      Template.read().root().at("/Metadata/AWS::ServerlessRepo::Application");

  RepositoryMetadataTest() throws IOException {}

  @ParameterizedTest
  @CsvSource({
    "Name, '[a-zA-Z0-9-]{1,140}'",
    "Description, '.{1,256}'",
    "Author, '(?=.{1,127}$)[a-z0-9](([a-z0-9]|-(?!-))*[a-z0-9])?'",
    "SpdxLicenseId, 'Apache-2\\.0'",
    "SemanticVersion, '\\d+\\.\\d+\\.\\d+'",
  })
  void property_isAllowed(String name, String allowed) {
    assertThat(metadata.path(name).asText()).matches(allowed);
  }

  @Test
  void labels_areAllowed() {
    assertThat(Template.elements(metadata.path("Labels")).map(JsonNode::asText))
        .isNotEmpty()
        .hasSizeLessThanOrEqualTo(10)
        .allMatch(label -> label.matches("[a-zA-Z0-9+_:/@-]{1,127}"));
  }

  /** The SAM CLI uploads these files with every deployment. */
  @ParameterizedTest
  @ValueSource(strings = {"LicenseUrl", "ReadmeUrl"})
  void file_exists_andIsSmallEnough(String name) {
    assertThat(Path.of("..").resolve(metadata.path(name).asText()))
        .satisfies(file -> assertThat(Files.size(file)).isBetween(1L, LARGEST_FILE));
  }
}
