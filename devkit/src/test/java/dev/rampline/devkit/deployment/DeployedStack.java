package dev.rampline.devkit.deployment;

import static org.awaitility.Awaitility.await;

import dev.rampline.adapter.AwsUnderTest;
import dev.rampline.adapter.QueryApi;
import dev.rampline.adapter.Xml;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

/** What CloudFormation makes of the template; closing it leaves nothing. */
final class DeployedStack implements AutoCloseable {
  /** A provider, so that nothing of the template is left out for want of one. */
  static final String PROVIDER = "https://provider.example/api";

  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final Duration PAUSE = Duration.ofMillis(500);

  private final AwsUnderTest aws;
  private final QueryApi api;
  private final StatefulTemplate template;
  private final String id;

  private DeployedStack(AwsUnderTest aws, String name) throws IOException {
    this.aws = aws;
    this.api = aws.api(QueryApi.Service.CLOUD_FORMATION);
    this.template = StatefulTemplate.read(name);
    this.id =
        api.call(
                "CreateStack",
                Map.of(
                    "StackName",
                    name,
                    "TemplateBody",
                    template.root().toString(),
                    "Parameters.member.1.ParameterKey",
                    "ProviderUrl",
                    "Parameters.member.1.ParameterValue",
                    PROVIDER))
            .text("//StackId");
  }

  /** Makes one under names that nobody else has. */
  static DeployedStack create(AwsUnderTest aws) throws IOException {
    String name = "rampline-" + UUID.randomUUID().toString().substring(0, 8);
    DeployedStack stack = new DeployedStack(aws, name);
    try {
      stack.reach("CREATE_COMPLETE");
      return stack;
    } catch (RuntimeException failure) {
      stack.close();
      throw failure;
    }
  }

  private void reach(String end) {
    await().atMost(PATIENCE).pollInterval(PAUSE).until(() -> !status().endsWith("_IN_PROGRESS"));
    if (!status().equals(end)) {
      throw new IllegalStateException(
          status() + ": " + described("DescribeStacks").text("//StackStatusReason"));
    }
  }

  private String status() {
    return described("DescribeStacks").text("//Stacks/member/StackStatus");
  }

  private Xml described(String action) {
    return api.call(action, Map.of("StackName", id));
  }

  /** What it was made of. */
  StatefulTemplate template() {
    return template;
  }

  /** What an output says. */
  String output(String name) {
    return Objects.requireNonNull(outputs().get(name), name);
  }

  private Map<String, String> outputs() {
    return described("DescribeStacks").all("//Outputs/member").stream()
        .collect(
            Collectors.toMap(
                output -> output.text("OutputKey"), output -> output.text("OutputValue")));
  }

  /** What a function finds in its environment. */
  Map<String, String> variables(String function) {
    return Arrays.stream(output(function + FunctionOutputs.VARIABLES).split("\n", -1))
        .map(line -> line.split("=", 2))
        .collect(Collectors.toMap(line -> line[0], line -> line[1]));
  }

  /** Everything that it says it has made. */
  List<MadeResource> resources() {
    return described("DescribeStackResources").all("//StackResources/member").stream()
        .map(
            made ->
                new MadeResource(
                    made.text("LogicalResourceId"),
                    made.text("ResourceType"),
                    made.text("PhysicalResourceId")))
        .filter(made -> !made.id().isEmpty())
        .toList();
  }

  /** What the service that made it calls a resource. */
  String id(String resource) {
    return resources().stream()
        .filter(made -> made.name().equals(resource))
        .map(MadeResource::id)
        .findFirst()
        .orElseThrow();
  }

  /** Deletes the stack; what the template retains is there still. */
  void delete() {
    described("DeleteStack");
    reach("DELETE_COMPLETE");
  }

  @Override
  public void close() {
    List<MadeResource> made = resources();
    delete();
    new Retained(aws).drop(made);
  }
}
