package dev.rampline.documents;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A documented command that another script or test runs, because it is slow or needs special tools.
 *
 * @param command the documented command
 * @param where the script or test that runs it
 * @param run the command in that file
 */
public record CommandTestedElsewhere(String command, Path where, String run) {
  private static final String COMMANDS = "tools/cli/src/test/java/dev/rampline/cli/";

  /** Returns all such commands. */
  public static List<CommandTestedElsewhere> all() {
    return List.of(
        of("mvn verify", ".ci/run", "mvn verify"),
        of("bash .ci/run", ".ci/container", "bash .ci/run"),
        of("bash .ci/container", ".github/workflows/ci.yml", "bash .ci/container"),
        documents("mvn -pl tools/build -Pformat process-resources"),
        documents(
            "mvn -q -pl core -am test -Dtest=LifecyclePropertiesTest"
                + " -Dsurefire.failIfNoSpecifiedTests=false"),
        documents("mvn -q -DskipTests package"),
        documents("mvn -q -DskipTests package -pl consumer/example -am"),
        of(
            "mvn -Prelease -Dmaven.test.skip -pl consumer -am deploy"
                + " -DaltDeploymentRepository=partner::file:///tmp/repository",
            ".ci/consumers",
            "mvn -q -Prelease -Dmaven.test.skip -pl consumer -am deploy"),
        of("npm ci", ".ci/consumers", "npm ci"),
        of("npm pack", ".ci/consumers", "npm pack"),
        of(
            "mvn -Plocalstack -pl adapters,tools/cli -am verify -Dtest=none"
                + " -Dsurefire.failIfNoSpecifiedTests=false",
            ".ci/localstack/test",
            "mvn -Plocalstack -pl adapters,tools/cli -am verify"),
        of(
            "mvn -pl subscriber -am package -Pimage",
            ".ci/image/check",
            "mvn -q -pl subscriber -am package -Pimage"),
        of(
            "docker load --input subscriber/target/subscriber-image.tar",
            ".ci/image/check",
            "docker load --quiet --input subscriber/target/subscriber-image.tar"),
        of("docker run --rm --publish …", ".ci/image/check", "docker run --detach --network host"),
        of("docker run --detach --name …", ".ci/image/check", "docker run --detach --network host"),
        of("docker stop --time 30", ".ci/image/check", "docker stop --time 60"),
        of("sam build", ".ci/sam/check", "sam build"),
        of("sam local invoke WebhookFunction …", ".ci/sam/check", "sam local invoke"),
        of(
            "sam local start-api --warm-containers …",
            ".ci/sam/check",
            "sam local start-api --port"),
        of("./rampline stores --download URL", ".ci/release/try", "stores --download $url"),
        of("./rampline stores --bind 172.17.0.1", ".ci/sam/check", "./rampline stores --bind"),
        of("./rampline demo", ".ci/demo", "./rampline demo"),
        of(
            "./rampline demo --drop-webhooks 30 --cut-socket 5",
            ".ci/demo",
            "./rampline demo --drop-webhooks 30 --cut-socket 5"),
        of(
            "./rampline demo --break lose",
            ".ci/demo",
            "./rampline demo --orders 60 --seed 1 --break"),
        of(
            "mvn -Pfuzz -pl tools/fuzzing -am verify -Dmaven.test.skip=true -Dfuzz.target=verifier"
                + " -Dfuzz.seconds=300",
            ".ci/fuzz",
            "mvn -q -Pfuzz -pl tools/fuzzing -am verify -Dmaven.test.skip=true"),
        of("./rampline dev", COMMANDS + "DevCommandIT.java", "start( dev --port-offset offset"),
        of("./rampline listen", COMMANDS + "ListenCommandTest.java", "listen --port-offset"),
        of(
            "./rampline audit events/orders.csv",
            COMMANDS + "AuditCommandTest.java",
            "audit ../../events/orders.csv"),
        of(
            "./rampline listen --stack NAME",
            "tools/cli/src/test/java/dev/rampline/deployment/DeployedInspectorLocalStackIT.java",
            "run( listen --state completed --limit 1"),
        of(
            "./rampline inspector --stack NAME",
            COMMANDS + "InspectorCommandIT.java",
            "inspector --stack demo --port 0"),
        of(
            "./rampline invoke events/gateway/order-completed.jwt.json …",
            COMMANDS + "InvokeCommandIT.java",
            "../../events/gateway/order-completed.jwt.json"));
  }

  private static CommandTestedElsewhere documents(String command) {
    return of(command, ".ci/documents", command);
  }

  private static CommandTestedElsewhere of(String command, String where, String run) {
    return new CommandTestedElsewhere(command, Documents.ROOT.resolve(where), run);
  }

  /**
   * Returns whether this is a documented command. A command that ends with … matches any
   * continuation.
   */
  public boolean matches(DocumentedCommand documented) {
    return command.endsWith("…")
        ? (documented.text() + " ").startsWith(command.substring(0, command.length() - 1))
        : documented.text().equals(command);
  }

  /** Returns whether the file contains the command. */
  public boolean hasScript() {
    return Files.isRegularFile(where) && plain(Documents.text(where)).contains(plain(run));
  }

  /** Removes tool paths, Maven's output options and quotes. */
  private static String plain(String script) {
    return script
        .replaceAll("\"\\$tools/bin/(\\w+)\"", "$1")
        .replaceAll("\"\\$docker\"", "docker")
        .replaceAll("\\bmvn -B -ntp\\b", "mvn")
        .replaceAll("[\",]|\\\\\n", " ")
        .replaceAll("\\s+", " ");
  }
}
