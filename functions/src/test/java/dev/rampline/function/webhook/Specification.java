package dev.rampline.function.webhook;

import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A specification at the top of the repository, {@code asyncapi.yaml} or {@code openapi.yaml}.
 *
 * @param root the document, with its references
 */
record Specification(Path file, JsonNode root) {
  private static final Path REPOSITORY = Path.of("..");
  private static final JsonSchemaFactory SCHEMAS =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
  private static final Pattern BUILD = Pattern.compile("(?m)^  <version>(.+?)(-SNAPSHOT)?<");

  static Specification read(String name) throws IOException {
    Path file = REPOSITORY.resolve(name);
    return new Specification(file, new YAMLMapper().readTree(file.toFile()));
  }

  /** Returns the version of the build without its qualifier. */
  static String buildVersion() {
    Matcher version = BUILD.matcher(WebhookFixture.read(REPOSITORY.resolve("pom.xml")));
    return version.find() ? version.group(1) : "";
  }

  /** Returns the node at a JSON pointer, or that to which it refers in this document. */
  JsonNode at(String pointer) {
    return resolved(root.at(pointer));
  }

  /** Returns the node to which a node refers in this document, or the node itself. */
  JsonNode resolved(JsonNode node) {
    String reference = node.path("$ref").asText();
    return reference.startsWith("#") ? root.at(reference.substring(1)) : node;
  }

  /** Returns the schema at a JSON pointer, which may refer to others in this document. */
  JsonSchema schema(String pointer) {
    ObjectNode document = root.deepCopy();
    return SCHEMAS.getSchema(document.put("$ref", "#" + pointer));
  }

  /** Returns the schema in a file to which the node at a JSON pointer refers. */
  JsonSchema schemaInFile(String pointer) {
    Path schema = file.resolveSibling(root.at(pointer).path("$ref").asText());
    return SCHEMAS.getSchema(schema.toAbsolutePath().normalize().toUri());
  }

  /** Returns what is wrong with a value; empty if it is valid. */
  static Set<String> faults(JsonSchema schema, JsonNode value) {
    return schema.validate(value, Specification::withFormats).stream()
        .map(ValidationMessage::toString)
        .collect(toSet());
  }

  /** Returns the names of an object's members. */
  static Stream<String> names(JsonNode object) {
    return object.properties().stream().map(member -> member.getKey());
  }

  private static void withFormats(ExecutionContext context) {
    context.getExecutionConfig().setFormatAssertionsEnabled(true);
  }
}
