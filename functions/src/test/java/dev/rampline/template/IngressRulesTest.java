package dev.rampline.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.rampline.verification.WebhookVerifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Rules for the API and the distribution in front of the webhook function. */
class IngressRulesTest {
  /** AWS's policy that forwards all headers, the host too. */
  private static final String ALL_VIEWER = "216adef6-5c7f-47e4-b989-5492eafa07d3";

  private final Template template = Template.read();
  private final JsonNode stage = template.properties("ApiStage");

  IngressRulesTest() throws IOException {}

  @Test
  void accessLog_containsNoBodyAndNoHeader() throws IOException {
    JsonNode format = new JsonMapper().readTree(stage.at("/AccessLogSettings/Format").asText());

    assertThat(format.properties())
        .extracting(member -> member.getValue().asText())
        .containsExactly(
            "$context.requestId",
            "$context.status",
            "$context.identity.sourceIp",
            "$context.responseLatency");
  }

  @Test
  void route_isThrottled() {
    String route = template.properties("WebhookRoute").path("RouteKey").asText();

    assertThat(stage.path("RouteSettings").path(route).path("ThrottlingRateLimit").asText())
        .isEqualTo("ThrottleRate");
    assertThat(stage.path("RouteSettings").path(route).path("ThrottlingBurstLimit").asText())
        .isEqualTo("ThrottleBurst");
  }

  /** A version without the alias would miss the snapshot and the canary. */
  @Test
  void route_invokesTheAlias_thatOnlyThisApiMayInvoke() {
    JsonNode webhook = template.properties("WebhookFunction");

    assertThat(template.properties("WebhookIntegration").path("IntegrationUri").asText())
        .endsWith(
            ":function:"
                + webhook.path("FunctionName").asText()
                + ":"
                + webhook.path("AutoPublishAlias").asText());
    assertThat(template.properties("WebhookPermission").path("FunctionName").asText())
        .isEqualTo("WebhookFunction.Alias");
    assertThat(template.properties("WebhookPermission").path("SourceArn").asText())
        .endsWith(
            ":${Api}/*/"
                + template.properties("WebhookRoute").path("RouteKey").asText().replace(" ", ""));
  }

  @Test
  void distribution_requiresWebAcl_andForwardsAllMethods() {
    JsonNode distribution = template.properties("Distribution").path("DistributionConfig");

    assertThat(template.resource("Distribution").path("Condition").asText()).isEqualTo("HasWebAcl");
    assertThat(distribution.path("WebACLId").asText()).isEqualTo("WebAclArn");
    assertThat(distribution.at("/DefaultCacheBehavior/AllowedMethods")).hasSize(7);
    assertThat(distribution.at("/DefaultCacheBehavior/ViewerProtocolPolicy").asText())
        .isEqualTo("https-only");
    assertThat(distribution.at("/Aliases/0").asText()).isEqualTo("WebhookDomain");
  }

  @Test
  void distribution_requiresTls12_onBothSides() {
    JsonNode distribution = template.properties("Distribution").path("DistributionConfig");

    assertThat(distribution.at("/ViewerCertificate/MinimumProtocolVersion").asText())
        .isEqualTo("TLSv1.2_2021");
    assertThat(distribution.at("/Origins/0/CustomOriginConfig/OriginSSLProtocols"))
        .hasToString("[\"TLSv1.2\"]");
    assertThat(
            template.properties("Domain").at("/DomainNameConfigurations/0/SecurityPolicy").asText())
        .isEqualTo("TLS_1_2");
    assertThat(template.root().at("/Rules/WebAcl/Assertions")).hasSize(2);
    assertThat(template.root().at("/Rules/Domain/Assertions")).hasSize(1);
  }

  /** The URL at the provider is the same with and without a web ACL, and in every region. */
  @Test
  void ownDomain_isInTheUrl_andTurnsTheOtherAddressOff() {
    assertThat(template.root().at("/Outputs/WebhookUrl/Value").path(0).asText())
        .isEqualTo("HasDomain");
    assertThat(template.root().at("/Outputs/WebhookUrl/Value").path(1).asText())
        .isEqualTo(
            "https://${WebhookDomain}"
                + template
                    .properties("WebhookRoute")
                    .path("RouteKey")
                    .asText()
                    .replace("POST ", ""));
    assertThat(template.properties("Api").path("DisableExecuteApiEndpoint"))
        .hasToString("[\"ClosesOtherAddresses\",true,false]");
    assertThat(template.root().at("/Conditions/ClosesOtherAddresses").toString())
        .contains("HasDomain", "OriginCheck")
        .doesNotContain("WebAcl");
    assertThat(template.properties("DomainMapping").path("DomainName").asText())
        .isEqualTo("Domain");
  }

  /** With the API's own address off, CloudFront needs the domain's address, and its host. */
  @Test
  void distribution_forwardsTheHost_toTheAddressOfTheDomain() {
    JsonNode distribution = template.properties("Distribution").path("DistributionConfig");

    assertThat(distribution.at("/Origins/0/DomainName").asText())
        .isEqualTo("Domain.RegionalDomainName");
    assertThat(distribution.at("/DefaultCacheBehavior/OriginRequestPolicyId").asText())
        .isEqualTo(ALL_VIEWER);
  }

  @Test
  void record_leadsToTheDistribution_orToTheApi() {
    JsonNode target = template.properties("DomainRecord").path("AliasTarget");

    assertThat(template.resource("DomainRecord").path("Condition").asText())
        .isEqualTo("HasHostedZone");
    assertThat(target.path(0).asText()).isEqualTo("HasWebAcl");
    assertThat(target.at("/1/DNSName").asText()).isEqualTo("Distribution.DomainName");
    assertThat(target.at("/2/DNSName").asText()).isEqualTo("Domain.RegionalDomainName");
    assertThat(template.root().at("/Outputs/DomainTarget/Value"))
        .hasToString("[\"HasWebAcl\",\"Distribution.DomainName\",\"Domain.RegionalDomainName\"]");
  }

  @Test
  void distribution_addsTheOriginSecretOfTheParameter_whichTheFunctionChecks() throws IOException {
    JsonNode header =
        template
            .properties("Distribution")
            .at("/DistributionConfig/Origins/0/OriginCustomHeaders/0");

    assertThat(header.path("HeaderValue").asText())
        .isEqualTo("{{resolve:secretsmanager:${Keys}:SecretString:originSecret${OriginSecret}}}");
    assertThat(
            Files.readString(
                Path.of("src/main/java/dev/rampline/function/webhook/OriginCheck.java")))
        .contains("\"" + header.path("HeaderName").asText() + "\"");
    assertThat(template.root().at("/Conditions/ChecksOrigin").toString())
        .contains("HasWebAcl", "OriginCheck");
    assertThat(template.root().at("/Parameters/OriginCheck/Default").asText()).isEqualTo("on");
  }

  @Test
  void sampleWebAcl_limitsRate_bodySize_andAddresses() throws IOException {
    JsonNode webAcl = Template.ofWebAcl().properties("WebAcl");

    assertThat(webAcl.path("Scope").asText()).isEqualTo("CLOUDFRONT");
    assertThat(webAcl.at("/Rules/0/Statement/RateBasedStatement/Limit").asText())
        .isEqualTo("RateLimit");
    JsonNode size = webAcl.at("/Rules/1/Statement/SizeConstraintStatement");
    assertThat(size.path("ComparisonOperator").asText()).isEqualTo("GT");
    assertThat(size.path("Size").asInt()).isEqualTo(WebhookVerifier.MAX_BODY_BYTES);
    assertThat(size.at("/FieldToMatch/Body/OversizeHandling").asText()).isEqualTo("MATCH");
    assertThat(webAcl.at("/Rules/2/0").asText()).isEqualTo("HasAddresses");
    assertThat(webAcl.path("Rules"))
        .allSatisfy(
            rule ->
                assertThat((rule.isArray() ? rule.path(1) : rule).path("Action").toString())
                    .isEqualTo("{\"Block\":{}}"));
  }
}
