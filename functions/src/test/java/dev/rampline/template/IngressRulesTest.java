package dev.rampline.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Rules for the API and the distribution in front of the webhook function. */
class IngressRulesTest {
  private final Template template = Template.read();
  private final JsonNode api = template.properties("Api");

  IngressRulesTest() throws IOException {}

  @Test
  void accessLog_containsNoBodyAndNoHeader() throws IOException {
    JsonNode format = new JsonMapper().readTree(api.at("/AccessLogSettings/Format").asText());

    assertThat(format.properties())
        .extracting(member -> member.getValue().asText())
        .containsExactly(
            "$context.requestId",
            "$context.requestTime",
            "$context.routeKey",
            "$context.status",
            "$context.identity.sourceIp",
            "$context.responseLatency",
            "$context.integrationStatus",
            "$context.integrationLatency",
            "$context.responseLength");
  }

  @Test
  void route_isThrottled() {
    JsonNode webhook = template.properties("WebhookFunction").at("/Events/Webhook/Properties");
    String route = webhook.path("Method").asText() + " " + webhook.path("Path").asText();

    assertThat(api.path("RouteSettings").path(route).path("ThrottlingRateLimit").asText())
        .isEqualTo("ThrottleRate");
    assertThat(api.path("RouteSettings").path(route).path("ThrottlingBurstLimit").asText())
        .isEqualTo("ThrottleBurst");
  }

  @Test
  void distribution_requiresWebAcl_andForwardsAllMethods() {
    JsonNode distribution = template.properties("Distribution").path("DistributionConfig");

    assertThat(template.resource("Distribution").path("Condition").asText()).isEqualTo("HasWebAcl");
    assertThat(distribution.path("WebACLId").asText()).isEqualTo("WebAclArn");
    assertThat(distribution.at("/DefaultCacheBehavior/AllowedMethods")).hasSize(7);
    assertThat(distribution.at("/DefaultCacheBehavior/ViewerProtocolPolicy").asText())
        .isEqualTo("https-only");
    assertThat(template.root().at("/Outputs/WebhookUrl/Value/1").asText()).contains("Distribution");
  }
}
