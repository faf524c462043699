package dev.rampline.adapter.secretsmanager;

import dev.rampline.adapter.ScriptedAws;
import dev.rampline.adapter.ScriptedAws.Request;
import dev.rampline.adapter.ScriptedAws.Response;
import dev.rampline.json.Json;
import dev.rampline.json.JsonWriter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/**
 * A secret over HTTP, with versions and labels as Secrets Manager has them: a label is on one
 * version, a moved label must be removed from the version that has it, and a version without label
 * is deleted.
 */
final class FakeSecret implements AutoCloseable {
  private static final String CURRENT = "AWSCURRENT";

  private final ScriptedAws aws = new ScriptedAws().otherwise(this::respond);
  private final SecretsManagerClient client = aws.aws().secretsManager();
  private final Map<String, String> versions = new LinkedHashMap<>();
  private final Map<String, String> labels = new HashMap<>();

  FakeSecret(String text) {
    put(text);
  }

  ScriptedAws aws() {
    return aws;
  }

  SecretsManagerClient client() {
    return client;
  }

  /** Puts a new current version, as an operator does. */
  synchronized void put(String text) {
    store(text, CURRENT);
  }

  /** Responds to a call, and applies it. */
  synchronized Response respond(Request request) {
    return switch (request.operation()) {
      case "GetSecretValue" -> version(labels.getOrDefault(CURRENT, ""));
      case "PutSecretValue" -> version(store(request.text("SecretString"), label(request)));
      case "UpdateSecretVersionStage" -> move(request);
      default -> Response.error("UnknownOperationException");
    };
  }

  @Override
  public void close() {
    client.close();
    aws.close();
  }

  private String store(String text, String label) {
    String version = "version-" + versions.size();
    versions.put(version, text);
    label(label, version);
    return version;
  }

  private Response move(Request request) {
    String to = request.text("MoveToVersionId");
    if (!labels.containsValue(to)) {
      return Response.error("ResourceNotFoundException");
    }
    String label = request.text("VersionStage");
    if (!request.text("RemoveFromVersionId").equals(labels.get(label))) {
      return Response.error("InvalidParameterException");
    }
    label(label, to);
    return new Response(200, "{}");
  }

  private void label(String label, String version) {
    labels.put(label, version);
  }

  private Response version(String id) {
    return new Response(
        200,
        JsonWriter.write(
            new Json.Obj(
                Map.of(
                    "VersionId", new Json.Text(id),
                    "SecretString", new Json.Text(versions.getOrDefault(id, ""))))));
  }

  private static String label(Request request) {
    return request.parameter("VersionStages") instanceof Json.Arr(List<Json> names)
            && names.getFirst() instanceof Json.Text(String name)
        ? name
        : CURRENT;
  }
}
