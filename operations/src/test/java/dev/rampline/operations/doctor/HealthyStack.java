package dev.rampline.operations.doctor;

import dev.rampline.resources.LedgerTable;
import dev.rampline.resources.QueuePlan;
import java.net.URI;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The answers of AWS and of the provider for a healthy stack of the template. */
record HealthyStack(URI url) {
  private static final String ACCOUNT = "123456789012";
  private static final Map<String, QueuePlan> QUEUES =
      Map.of(
          "EventsQueue", QueuePlan.EVENTS,
          "EventsDeadQueue", QueuePlan.EVENTS_DEAD,
          "RelayDeadQueue", QueuePlan.RELAY_DEAD,
          "RetryQueue", QueuePlan.RETRY,
          "RetryDeadQueue", QueuePlan.RETRY_DEAD,
          "Quarantine", QueuePlan.QUARANTINE,
          "ScheduleDeadQueue", QueuePlan.SCHEDULE_DEAD);
  private static final List<String> FUNCTIONS =
      List.of(
          "WebhookFunction",
          "RelayFunction",
          "RetryFunction",
          "RotationFunction",
          "ReconcileFunction");

  /** The nested stack with the alarms. */
  static final String ALARMS = "rampline-Alarms-1";

  /** The topic that a stack with further consumers has. */
  static final String TOPIC = "arn:aws:sns:us-east-1:" + ACCOUNT + ":rampline-events.fifo";

  private static final String KEYS = "rampline/keys";
  private static final String CREDENTIALS = "rampline/api";

  /** Returns the answers by operation, secret, queue, or function. */
  Map<String, String> answers() {
    Map<String, String> answers = new HashMap<>();
    answers.put("DescribeStacks", stack());
    answers.put("ListStackResources", resources());
    answers.put(ALARMS, nestedResources());
    answers.put("DescribeAlarms", alarms());
    answers.put("DescribeTable", table());
    answers.put("DescribeTimeToLive", ttl());
    answers.put("DescribeContinuousBackups", backups());
    answers.put(KEYS, secret(KEYS, "accessTokens", "[\\\"an-access-token-of-fair-length-000\\\"]"));
    answers.put(CREDENTIALS, secret(CREDENTIALS, "apiKey", "\\\"an-api-key-of-fair-length\\\""));
    QUEUES.values().forEach(plan -> answers.put(plan.queueName(), queue(plan)));
    FUNCTIONS.forEach(function -> answers.put(function, function()));
    answers.put("GetTopicAttributes", topic());
    answers.put("mappings", "{\"EventSourceMappings\":[{\"State\":\"Enabled\"}]}");
    answers.put("webhook", "{\"status\":\"malformed\"}");
    answers.put("orders", "{\"data\":[],\"pagination\":{\"totalPages\":1,\"currentPage\":1}}");
    return answers;
  }

  /** Returns the URL of a queue at an endpoint. */
  static String queueUrl(URI endpoint, String name) {
    return endpoint + "/" + ACCOUNT + "/" + name;
  }

  private String queueUrl(String name) {
    return queueUrl(url, name);
  }

  private String stack() {
    String parameters =
        members(
            Map.of(
                "Name", "rampline",
                "PageTopicArn", "arn:aws:sns:us-east-1:1:page",
                "TicketTopicArn", "arn:aws:sns:us-east-1:1:ticket",
                "ProviderUrl", url.toString(),
                "ProviderAuth", "header-key",
                "ReservedConcurrency", "50",
                "ClockLeeway", "PT5M",
                "Environment", "staging",
                "Vocabulary", ""),
            "ParameterKey",
            "ParameterValue");
    String outputs =
        members(Map.of("WebhookUrl", url + "/webhooks/ozzobit"), "OutputKey", "OutputValue");
    return """
        <DescribeStacksResponse><DescribeStacksResult><Stacks><member>
        <StackName>rampline</StackName><StackStatus>CREATE_COMPLETE</StackStatus>
        <Parameters>%s</Parameters><Outputs>%s</Outputs>
        </member></Stacks></DescribeStacksResult></DescribeStacksResponse>"""
        .formatted(parameters, outputs);
  }

  private static String members(Map<String, String> values, String key, String value) {
    return values.entrySet().stream()
        .map(
            entry ->
                "<member><%s>%s</%s><%s>%s</%s></member>"
                    .formatted(key, entry.getKey(), key, value, entry.getValue(), value))
        .collect(Collectors.joining());
  }

  private String resources() {
    StringBuilder members = new StringBuilder();
    members.append(resource("Ledger", LedgerTable.NAME, "AWS::DynamoDB::Table"));
    members.append(resource("Keys", KEYS, "AWS::SecretsManager::Secret"));
    members.append(resource("ApiCredentials", CREDENTIALS, "AWS::SecretsManager::Secret"));
    QUEUES.forEach(
        (logicalId, plan) ->
            members.append(resource(logicalId, queueUrl(plan.queueName()), "AWS::SQS::Queue")));
    FUNCTIONS.forEach(
        function ->
            members.append(resource(function, "live-" + function, "AWS::Lambda::Function")));
    members.append(resource("Alarms", ALARMS, "AWS::CloudFormation::Stack"));
    return resources(members.toString());
  }

  private static String nestedResources() {
    return resources(
        resource("One", "rampline-one", "AWS::CloudWatch::Alarm")
            + resource("Two", "rampline-two", "AWS::CloudWatch::Alarm")
            + "<member><LogicalResourceId>Failed</LogicalResourceId>"
            + "<ResourceType>AWS::CloudWatch::Alarm</ResourceType></member>");
  }

  private static String resources(String members) {
    return "<ListStackResourcesResponse><ListStackResourcesResult><StackResourceSummaries>"
        + members
        + "</StackResourceSummaries></ListStackResourcesResult></ListStackResourcesResponse>";
  }

  static String resource(String logicalId, String physicalId, String type) {
    return """
        <member><LogicalResourceId>%s</LogicalResourceId>
        <PhysicalResourceId>%s</PhysicalResourceId><ResourceType>%s</ResourceType></member>"""
        .formatted(logicalId, physicalId, type);
  }

  private static String alarms() {
    return """
        <DescribeAlarmsResponse><DescribeAlarmsResult><MetricAlarms>
        <member><AlarmName>rampline-one</AlarmName><ActionsEnabled>true</ActionsEnabled>
        <StateValue>OK</StateValue></member>
        <member><AlarmName>rampline-two</AlarmName><ActionsEnabled>true</ActionsEnabled>
        <StateValue>INSUFFICIENT_DATA</StateValue></member>
        </MetricAlarms></DescribeAlarmsResult></DescribeAlarmsResponse>""";
  }

  private static String table() {
    return """
        {"Table":{"TableName":"rampline-ledger","TableStatus":"ACTIVE",
        "AttributeDefinitions":[
        {"AttributeName":"subject","AttributeType":"S"},{"AttributeName":"open","AttributeType":"S"},
        {"AttributeName":"nextCheckAt","AttributeType":"N"},
        {"AttributeName":"partnerOrderId","AttributeType":"S"}],
        "KeySchema":[{"AttributeName":"subject","KeyType":"HASH"}],
        "StreamSpecification":{"StreamEnabled":true,"StreamViewType":"NEW_AND_OLD_IMAGES"},
        "DeletionProtectionEnabled":true,"SSEDescription":{"Status":"ENABLED"},
        "GlobalSecondaryIndexes":[
        {"IndexName":"open","IndexStatus":"ACTIVE","Projection":{"ProjectionType":"KEYS_ONLY"},
        "KeySchema":[{"AttributeName":"open","KeyType":"HASH"},
        {"AttributeName":"nextCheckAt","KeyType":"RANGE"}]},
        {"IndexName":"partner-order","IndexStatus":"ACTIVE",
        "Projection":{"ProjectionType":"KEYS_ONLY"},
        "KeySchema":[{"AttributeName":"partnerOrderId","KeyType":"HASH"}]}]}}""";
  }

  private static String ttl() {
    return "{\"TimeToLiveDescription\":{\"TimeToLiveStatus\":\"DISABLED\"}}";
  }

  private static String backups() {
    return """
        {"ContinuousBackupsDescription":{"ContinuousBackupsStatus":"ENABLED",
        "PointInTimeRecoveryDescription":{"PointInTimeRecoveryStatus":"ENABLED"}}}""";
  }

  private static String secret(String name, String member, String value) {
    return """
        {"Name":"%s","VersionId":"v1","VersionStages":["AWSCURRENT"],
        "SecretString":"{\\"%s\\":%s}"}"""
        .formatted(name, member, value);
  }

  private static String queue(QueuePlan plan) {
    Map<String, String> attributes = new LinkedHashMap<>();
    plan.attributes().forEach((name, value) -> attributes.put(name.toString(), value));
    attributes.put("QueueArn", arn(plan));
    attributes.put("ApproximateNumberOfMessages", "0");
    attributes.put("SqsManagedSseEnabled", "true");
    attributes.put(
        "Policy",
        """
        {'Statement':[{'Effect':'Deny','Principal':'*','Action':'sqs:*','Resource':'*',
        'Condition':{'Bool':{'aws:SecureTransport':'false'}}},{'Effect':'Deny','Principal':'*',
        'Action':'sqs:SendMessage','Resource':'*','Condition':{
        'BoolIfExists':{'aws:PrincipalIsAWSService':'false'},
        'ArnNotEquals':{'aws:PrincipalArn':['arn:aws:iam::1:role/webhook']}}}]}""");
    attributes.put(
        "RedriveAllowPolicy",
        plan.source()
            .map(
                source ->
                    "{'redrivePermission':'byQueue','sourceQueueArns':['%s']}"
                        .formatted(arn(source)))
            .orElse("{'redrivePermission':'denyAll'}"));
    plan.redrive()
        .ifPresent(
            redrive -> attributes.put("RedrivePolicy", redrive.policy(arn(redrive.target()))));
    return attributes.entrySet().stream()
        .map(entry -> "\"%s\":\"%s\"".formatted(entry.getKey(), escaped(entry.getValue())))
        .collect(Collectors.joining(",", "{\"Attributes\":{", "}}"));
  }

  private static String topic() {
    return Map.of(
            "KmsMasterKeyId",
            "alias/aws/sns",
            "SubscriptionsConfirmed",
            "1",
            "Policy",
            """
            {"Statement":[{"Effect":"Deny","Principal":"*","Action":"sns:Publish","Condition":
            {"ArnNotEquals":{"aws:PrincipalArn":"arn:aws:iam::%s:role/relay"},
            "StringNotEquals":{"aws:PrincipalArn":"none"}}}]}"""
                .formatted(ACCOUNT))
        .entrySet()
        .stream()
        .map(
            attribute ->
                "<entry><key>%s</key><value>%s</value></entry>"
                    .formatted(attribute.getKey(), attribute.getValue()))
        .collect(
            Collectors.joining(
                "",
                "<GetTopicAttributesResponse><GetTopicAttributesResult><Attributes>",
                "</Attributes></GetTopicAttributesResult></GetTopicAttributesResponse>"));
  }

  private static String escaped(String value) {
    return value.replace('\'', '"').replace("\"", "\\\"").replace("\n", "");
  }

  private static String arn(QueuePlan plan) {
    return "arn:aws:sqs:us-east-1:" + ACCOUNT + ":" + plan.queueName();
  }

  private String function() {
    return """
        {"State":"Active","LastUpdateStatus":"Successful",
        "SnapStart":{"ApplyOn":"PublishedVersions","OptimizationStatus":"On"},
        "Environment":{"Variables":{"RAMPLINE_TABLE":"rampline-ledger",
        "RAMPLINE_QUEUE_URL":"%s","RAMPLINE_RETRY_QUEUE_URL":"%s",
        "RAMPLINE_RETRY_DEAD_QUEUE_URL":"%s","RAMPLINE_RELAY_DEAD_QUEUE_URL":"%s",
        "RAMPLINE_QUARANTINE_QUEUE_URL":"%s","RAMPLINE_SECRET_ID":"rampline/keys","RAMPLINE_API_SECRET_ID":"rampline/api",
        "RAMPLINE_PROVIDER_URL":"%s","RAMPLINE_PROVIDER_AUTH":"header-key"}}}"""
        .formatted(
            queueUrl(QueuePlan.EVENTS.queueName()),
            queueUrl(QueuePlan.RETRY.queueName()),
            queueUrl(QueuePlan.RETRY_DEAD.queueName()),
            queueUrl(QueuePlan.RELAY_DEAD.queueName()),
            queueUrl(QueuePlan.QUARANTINE.queueName()),
            url);
  }
}
