package dev.rampline.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests that the parameter KmsKeyArn applies to every store and every role. */
class OwnKeyRulesTest {
  private final Template template = Template.read();

  OwnKeyRulesTest() throws IOException {}

  @ParameterizedTest
  @CsvSource({
    "AWS::SQS::Queue, /KmsMasterKeyId",
    "AWS::SecretsManager::Secret, /KmsKeyId",
    "AWS::Logs::LogGroup, /KmsKeyId",
    "AWS::DynamoDB::Table, /SSESpecification/KMSMasterKeyId",
  })
  void store_isEncryptedWithTheConfiguredKey(String type, String property) {
    assertThat(template.ofType(type))
        .isNotEmpty()
        .extracting(Map.Entry::getValue)
        .allSatisfy(
            store ->
                assertThat(store.at(property).toString())
                    .isEqualTo("[\"HasKey\",\"KmsKeyArn\",\"AWS::NoValue\"]"));
  }

  @Test
  void everyRole_mayUseTheKey_onlyIfConfigured() {
    assertThat(template.ofType("AWS::IAM::Role"))
        .isNotEmpty()
        .allSatisfy(
            role ->
                assertThat(role.getValue().path("ManagedPolicyArns"))
                    .hasToString("[\"HasKey\",[\"KeyPolicy\"],\"AWS::NoValue\"]"));
    JsonNode statement = template.properties("KeyPolicy").at("/PolicyDocument/Statement/0");
    assertThat(template.resource("KeyPolicy").path("Condition").asText()).isEqualTo("HasKey");
    assertThat(statement.path("Action")).hasToString("[\"kms:Decrypt\",\"kms:GenerateDataKey\"]");
    assertThat(statement.path("Resource").asText()).isEqualTo("KmsKeyArn");
    assertThat(statement.at("/Condition/StringLike/kms:ViaService").asText())
        .isEqualTo("*.${AWS::Region}.${AWS::URLSuffix}");
  }
}
