package dev.rampline.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Rules for the roles with which a GitHub workflow deploys one installation. */
class DeployRoleTest {
  private static final String FILE = "infrastructure/github/role.yaml";
  private static final String NAME = "other";

  /** An installation with a longer name, which a pattern such as {@code other-*} would match. */
  private static final String FOREIGN = NAME + "-staging";

  private static final String ACCOUNT = "${AWS::Region}:${AWS::AccountId}";

  /** The action that creates a resource of a type, its ARN, and the property with its name. */
  private static final Map<String, Creation> CREATIONS =
      Map.ofEntries(
          Map.entry(
              "AWS::CloudWatch::Alarm",
              new Creation("cloudwatch:PutMetricAlarm", ACCOUNT + ":alarm:%s", "AlarmName")),
          Map.entry(
              "AWS::CloudWatch::Dashboard",
              new Creation(
                  "cloudwatch:PutDashboard", ":${AWS::AccountId}:dashboard/%s", "DashboardName")),
          Map.entry(
              "AWS::DynamoDB::Table",
              new Creation("dynamodb:CreateTable", ACCOUNT + ":table/%s", "TableName")),
          Map.entry(
              "AWS::IAM::Role",
              new Creation("iam:CreateRole", ":${AWS::AccountId}:role/%s-1A2B", "")),
          Map.entry(
              "AWS::Logs::LogGroup",
              new Creation("logs:CreateLogGroup", ACCOUNT + ":log-group:%s:*", "LogGroupName")),
          Map.entry(
              "AWS::SecretsManager::Secret",
              new Creation("secretsmanager:CreateSecret", ACCOUNT + ":secret:%s-1a2b3c", "Name")),
          Map.entry(
              "AWS::Serverless::Application",
              new Creation("cloudformation:CreateStack", ACCOUNT + ":stack/%s-1A2B/1a2b", "")),
          Map.entry(
              "AWS::Serverless::Function",
              new Creation("lambda:CreateFunction", ACCOUNT + ":function:%s", "FunctionName")),
          Map.entry(
              "AWS::SNS::Topic", new Creation("sns:CreateTopic", ACCOUNT + ":%s", "TopicName")),
          Map.entry(
              "AWS::SQS::Queue", new Creation("sqs:CreateQueue", ACCOUNT + ":%s", "QueueName")),
          Map.entry(
              "AWS::SSM::Parameter",
              new Creation("ssm:PutParameter", ACCOUNT + ":parameter%s", "Name")));

  /** Types without a name, and what the role does not cover (a web ACL). */
  private static final Pattern UNNAMED =
      Pattern.compile(
          "AWS::(ApiGatewayV2::.*|CloudFront::.*|IAM::ManagedPolicy|Lambda::Permission"
              + "|Route53::RecordSet|SNS::TopicPolicy|SQS::QueuePolicy)");

  private static final Set<String> CHANGES =
      Set.of(
          "cloudformation:CreateChangeSet",
          "cloudformation:DeleteChangeSet",
          "cloudformation:ExecuteChangeSet",
          "iam:PassRole",
          "kms:Decrypt",
          "s3:PutObject");

  private static final Set<String> WITHOUT_RESOURCES =
      Set.of(
          "cloudwatch:DescribeAlarms",
          "lambda:ListEventSourceMappings",
          "logs:CreateLogDelivery",
          "logs:DeleteLogDelivery",
          "logs:DescribeLogGroups",
          "logs:DescribeResourcePolicies",
          "logs:GetLogDelivery",
          "logs:ListLogDeliveries",
          "logs:PutResourcePolicy",
          "logs:UpdateLogDelivery");

  private final Template roles = Template.read(FILE, NAME);

  DeployRoleTest() throws IOException {}

  @Test
  void role_trustsOneEnvironmentOfOneRepository() {
    JsonNode statements = roles.properties("DeployRole").at("/AssumeRolePolicyDocument/Statement");

    assertThat(statements).hasSize(1);
    assertThat(statements.at("/0/Condition"))
        .hasToString(
            "{\"StringEquals\":{\"token.actions.githubusercontent.com:aud\":\"sts.amazonaws.com\","
                + "\"token.actions.githubusercontent.com:sub\":"
                + "\"${SubjectPrefix}:environment:${GitHubEnvironment}\"}}");
    assertThat(statements.at("/0/Action").asText()).isEqualTo("sts:AssumeRoleWithWebIdentity");
  }

  @Test
  void subject_isThatOfOneRepositoryAndEnvironment() {
    String prefix = roles.root().at("/Parameters/SubjectPrefix/AllowedPattern").asText();
    String environment = roles.root().at("/Parameters/GitHubEnvironment/AllowedPattern").asText();

    assertThat(List.of("repo:example/payments", "repo:example@123/payments.api@456"))
        .allMatch(value -> value.matches(prefix));
    assertThat(
            List.of(
                "example/payments",
                "repo:*",
                "repo:example/*",
                "repo:example@*/payments@456",
                "repo:example@123/payments",
                "repo:example/payments@456",
                "repo:example/payments:environment:production"))
        .noneMatch(value -> value.matches(prefix));
    assertThat(List.of("*", "a:b")).noneMatch(value -> value.matches(environment));
  }

  @Test
  void deployRole_changesNothingButThroughCloudFormation() {
    assertThat(actions(roles.statementsOfRole("DeployRole")))
        .isNotEmpty()
        .allMatch(
            action -> action.matches("\\w+:(Describe|Get|List)\\w+") || CHANGES.contains(action));
  }

  @Test
  void cloudFormation_mayCreateEveryResourceOfTheInstallation() throws IOException {
    assertThat(resources(NAME))
        .hasSizeGreaterThan(60)
        .allSatisfy(
            resource ->
                assertThat(isAllowed(resource))
                    .as("%s on %s", resource.getKey(), resource.getValue())
                    .isTrue());
  }

  @Test
  void cloudFormation_mayCreateNothingOfAnotherInstallation_butAlarms() throws IOException {
    assertThat(resources(FOREIGN))
        .filteredOn(resource -> !resource.getKey().equals("cloudwatch:PutMetricAlarm"))
        .isNotEmpty()
        .allSatisfy(
            resource ->
                assertThat(isAllowed(resource))
                    .as("%s on %s", resource.getKey(), resource.getValue())
                    .isFalse());
  }

  @Test
  void cloudFormation_readsNoSecretAndNoItem() {
    assertThat(actions(ofCloudFormation()))
        .doesNotContain("secretsmanager:GetSecretValue", "dynamodb:GetItem", "sqs:ReceiveMessage");
  }

  @Test
  void action_isComplete_andAppliesToResources() {
    List<JsonNode> statements =
        Stream.concat(roles.statementsOfRole("DeployRole"), ofCloudFormation()).toList();

    assertThat(actions(statements.stream())).noneMatch(action -> action.contains("*"));
    assertThat(statements)
        .filteredOn(statement -> statement.path("Resource").asText().equals("*"))
        .filteredOn(statement -> !statement.has("Condition"))
        .allSatisfy(
            statement -> assertThat(actions(Stream.of(statement))).isSubsetOf(WITHOUT_RESOURCES));
  }

  private boolean isAllowed(Map.Entry<String, String> resource) {
    return new PolicyEvaluator(Map.of())
        .isAllowed(ofCloudFormation(), resource.getKey(), resource.getValue());
  }

  private Stream<JsonNode> ofCloudFormation() {
    return Template.elements(roles.properties("CloudFormationRole").path("ManagedPolicyArns"))
        .flatMap(
            policy ->
                Template.elements(
                    roles.properties(policy.asText()).at("/PolicyDocument/Statement")))
        .map(statement -> statement.isArray() ? statement.path(1) : statement);
  }

  private static List<String> actions(Stream<JsonNode> statements) {
    return statements
        .map(statement -> statement.path("Action"))
        .flatMap(action -> action.isArray() ? Template.elements(action) : Stream.of(action))
        .map(JsonNode::asText)
        .toList();
  }

  /** Returns the action that creates it and its ARN, for every resource of an installation. */
  private static List<Map.Entry<String, String>> resources(String name) throws IOException {
    return Stream.of(
            Template.read("template.yaml", name), Template.read("infrastructure/alarms.yaml", name))
        .flatMap(template -> template.root().path("Resources").properties().stream())
        .filter(resource -> !UNNAMED.matcher(Template.type(resource.getValue())).matches())
        .map(resource -> creation(name, resource.getKey(), resource.getValue()))
        .toList();
  }

  private static Map.Entry<String, String> creation(String name, String id, JsonNode resource) {
    Creation creation = Objects.requireNonNull(CREATIONS.get(Template.type(resource)), id);
    String own = resource.path("Properties").path(creation.property()).asText();
    String arn = creation.arn().formatted(own.isEmpty() ? name + "-" + id : own);
    String service = creation.action().split(":", 2)[0];
    return Map.entry(creation.action(), "arn:${AWS::Partition}:" + service + ":" + arn);
  }

  private record Creation(String action, String arn, String property) {}
}
