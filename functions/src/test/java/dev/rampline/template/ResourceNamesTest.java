package dev.rampline.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampline.adapter.configuration.InstallationName;
import dev.rampline.resources.QueuePlan;
import dev.rampline.resources.ResourceNames;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Tests that no resource of an installation can have the name of another installation's. */
class ResourceNamesTest {
  private static final String ALARMS = "infrastructure/alarms.yaml";
  private static final String GITHUB = "infrastructure/github/role.yaml";
  private static final List<String> TEMPLATES =
      List.of(
          "template.yaml",
          ALARMS,
          "infrastructure/subscriber.yaml",
          "infrastructure/web-acl.yaml",
          "infrastructure/chat.yaml",
          GITHUB,
          "infrastructure/consumer-queue.yaml",
          "consumer/example/template.yaml");

  private static final String NAME = "other";
  private static final Pattern NAMING = Pattern.compile("\\w*Name|Family");

  /** Names of what belongs to a resource, references to others, and domains. */
  private static final Set<String> NOT_NAMING =
      Set.of(
          "StageName",
          "MetricName",
          "DomainName",
          "AWS::Route53::RecordSet Name",
          "AWS::Lambda::Permission FunctionName");

  /** Texts with the product's name that are no names of resources. */
  private static final Pattern PRODUCT =
      Pattern.compile(
          "dev\\.rampline\\..*|x-rampline-origin|.*/rampline/other/subscriber|.*\\./rampline .*");

  @ParameterizedTest
  @FieldSource("TEMPLATES")
  void name_beginsWithTheParameter(String file) throws IOException {
    assertThat(names(file).values())
        .allMatch(name -> name.matches("(/[a-z/]+/)?" + NAME + "\\b.*"));
  }

  @Test
  void parameter_isTheSame_inEveryTemplateWithIt() throws IOException {
    JsonNode name = Template.read().root().at("/Parameters/Name");
    for (String file : TEMPLATES) {
      JsonNode parameter = Template.read(file, NAME).root().at("/Parameters/Name");
      assertThat(
              file.equals(ALARMS)
                  || parameter.path("AllowedPattern").equals(name.path("AllowedPattern")))
          .as(file)
          .isTrue();
    }
    assertThat(name.path("Default").asText()).isEqualTo(InstallationName.DEFAULT);
    assertThat(ResourceNames.LOCAL.name()).isEqualTo(InstallationName.DEFAULT);
  }

  /** Also in ARNs and URLs, a fixed name would be of another installation. */
  @ParameterizedTest
  @FieldSource("TEMPLATES")
  void resources_containNoFixedName(String file) throws IOException {
    assertThat(texts(Template.read(file, NAME).root().path("Resources")))
        .filteredOn(text -> text.contains("rampline"))
        .allMatch(PRODUCT.asMatchPredicate());
  }

  /**
   * A wildcard would match the names of other installations. {@link DeployRoleTest} tests the
   * patterns for names that CloudFormation chooses.
   */
  @ParameterizedTest
  @FieldSource("TEMPLATES")
  void arnWithName_hasNoWildcard_exceptForTheEndOfASecret(String file) throws IOException {
    assertThat(texts(Template.read(file, NAME).root().path("Resources")))
        .filteredOn(text -> text.startsWith("arn:") && text.contains(NAME))
        .allMatch(
            text ->
                file.equals(GITHUB) || text.matches("[^*?]*(:secret:other/(keys|api)-\\?{6})?"));
  }

  /** Otherwise the installations {@code a} and {@code a-b} could have the same name for two. */
  @Test
  void noName_isTheEndOfAnother() throws IOException {
    Set<String> ends = new HashSet<>();
    for (String file : TEMPLATES) {
      names(file).values().forEach(name -> ends.add(name.substring(name.indexOf(NAME))));
    }

    assertThat(ends)
        .hasSizeGreaterThan(40)
        .allSatisfy(
            end ->
                assertThat(ends)
                    .noneMatch(
                        other ->
                            other.endsWith(end.substring(NAME.length()))
                                && !other.equals(end)
                                && !end.equals(NAME)));
  }

  @Test
  void names_areThoseThatTheCodeDerives() throws IOException {
    ResourceNames names = new ResourceNames(NAME);
    Map<String, String> application = names("template.yaml");

    assertThat(application)
        .containsEntry("Ledger", names.table())
        .containsEntry("Keys", names.keys())
        .containsEntry("ApiCredentials", names.apiCredentials())
        .containsEntry("ApiLogs", names.apiLogGroup());
    assertThat(application.values())
        .containsAll(Arrays.stream(QueuePlan.values()).map(names::queue).toList());
    assertThat(Template.read().functions().map(Map.Entry::getKey))
        .isNotEmpty()
        .allSatisfy(
            function -> {
              String name = function.replace("Function", "");
              String text = name.toLowerCase(Locale.ROOT);
              assertThat(application)
                  .containsEntry(function, names.function(text))
                  .containsEntry(name + "Logs", names.logGroup(text));
            });
    assertThat(names("infrastructure/subscriber.yaml"))
        .containsEntry("Logs", names.logGroup("subscriber"));
    assertThat(names(ALARMS)).containsEntry("ConflictsAlarm", names.alarm("conflicts"));
  }

  /** Returns the names of an installation's resources, by logical id. */
  private static Map<String, String> names(String file) throws IOException {
    Map<String, String> names = new TreeMap<>();
    for (Map.Entry<String, JsonNode> resource :
        Template.read(file, NAME).root().path("Resources").properties()) {
      String type = Template.type(resource.getValue());
      for (Map.Entry<String, JsonNode> property :
          resource.getValue().path("Properties").properties()) {
        if (NAMING.matcher(property.getKey()).matches()
            && !NOT_NAMING.contains(property.getKey())
            && !NOT_NAMING.contains(type + " " + property.getKey())) {
          names.put(resource.getKey(), property.getValue().asText());
        }
      }
    }
    return names;
  }

  private static List<String> texts(JsonNode tree) {
    return tree.isValueNode()
        ? List.of(tree.asText())
        : Template.elements(tree).flatMap(part -> texts(part).stream()).toList();
  }
}
