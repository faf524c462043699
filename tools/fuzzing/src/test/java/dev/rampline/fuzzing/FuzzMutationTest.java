package dev.rampline.fuzzing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.rampline.decoding.Vocabulary;
import dev.rampline.decoding.WebhookDecoder;
import dev.rampline.json.Json;
import dev.rampline.json.JsonReader;
import dev.rampline.simulation.defect.Defect;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Checks the fuzz targets: for each injected defect, a corpus input finds it. */
class FuzzMutationTest {
  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource({"readers", "spellings", "headers", "functions", "channels"})
  void aDefect_putIn_isFoundByThatInput(FuzzTargetType target, String input, FuzzTarget defective) {
    byte[] bytes = Corpus.read(Corpus.FOLDER.resolve(target.text()).resolve(input));

    assertThatThrownBy(() -> defective.check(bytes)).isInstanceOf(PropertyViolation.class);
  }

  static Stream<Arguments> readers() {
    WebhookDecoder keeping = new WebhookDecoder(Vocabulary.DOCUMENTED, Set.of("email"));
    return Stream.of(
        arguments(FuzzTargetType.JSON, "nan", new JsonTarget(FuzzMutationTest::readNan)),
        arguments(FuzzTargetType.JSON, "more", new JsonTarget(FuzzMutationTest::readFirst)),
        arguments(FuzzTargetType.DECODER, "order-completed", new DecoderTarget(keeping::decode)));
  }

  static Stream<Arguments> spellings() {
    return Stream.of(
        spelling("spelt-signature-stray", FuzzMutationTest::decoded),
        spelling("spelt-signature-padded", FuzzMutationTest::decoded),
        spelling("spelt-payload-stray", FuzzMutationTest::decoded),
        spelling("spelt-payload-padded", FuzzMutationTest::decoded),
        spelling("spelt-header-stray", FuzzMutationTest::decoded),
        spelling("spelt-header-padded", FuzzMutationTest::decoded),
        spelling("spelt-signature-spaced", part -> decoded(part.strip())),
        spelling("spelt-payload-spaced", part -> decoded(part.strip())),
        spelling("spelt-signature-standard", FuzzMutationTest::ofEitherAlphabet),
        spelling("spelt-payload-standard", FuzzMutationTest::ofEitherAlphabet),
        spelling("spelt-more-parts", FuzzMutationTest::decoded),
        spelling("expired", FuzzMutationTest::decoded),
        spelling("not-yet", FuzzMutationTest::decoded));
  }

  static Stream<Arguments> headers() {
    return Stream.of(
        header("algorithm-none", _ -> true), header("critical", FuzzMutationTest::saysHs256));
  }

  static Stream<Arguments> functions() {
    return Stream.of(
        arguments(
            FuzzTargetType.HANDLER,
            "algorithm-none",
            new HandlerTarget(FuzzDefects.acceptingEverything())),
        arguments(
            FuzzTargetType.HANDLER,
            "order-completed",
            new HandlerTarget(Defect.RELAY_WITH_NEW_ID.injector())),
        arguments(
            FuzzTargetType.PAYLOAD,
            "order-without-id",
            new PayloadTarget(Defect.DROP_WITHOUT_SUBJECT.injector())),
        arguments(
            FuzzTargetType.PAYLOAD,
            "order-unknown-event",
            new PayloadTarget(Defect.TERMINAL_STATE_BY_UNKNOWN_EVENT.injector())),
        arguments(
            FuzzTargetType.PAYLOAD,
            "customer-general-status",
            new PayloadTarget(Defect.KYC_BY_GENERAL_STATUS.injector())),
        arguments(
            FuzzTargetType.RETRY,
            "text",
            new RetryQueueTarget(Defect.LOSE_RETRY_MESSAGES.injector())),
        arguments(FuzzTargetType.STREAM, "insert", new StreamTarget(FuzzDefects.newIdPerSend())),
        arguments(
            FuzzTargetType.UNVERIFIED,
            "order-completed",
            new UnverifiedEventTarget(FuzzDefects.unverifiedAsCompleted())));
  }

  static Stream<Arguments> channels() {
    return Stream.of(
        arguments(
            FuzzTargetType.PROVIDER,
            "refused",
            new ProviderTarget(FuzzDefects.UnavailableAsMissing::new)),
        arguments(
            FuzzTargetType.SOCKET, "update", new SocketTarget(FuzzDefects.FailingListener::new)));
  }

  private static Arguments spelling(String input, Function<String, byte[]> base64) {
    return arguments(
        FuzzTargetType.VERIFIER,
        input,
        new VerifierTarget(new LenientVerifier(base64, FuzzMutationTest::saysHs256)));
  }

  private static Arguments header(String input, Predicate<Json.Obj> header) {
    return arguments(
        FuzzTargetType.VERIFIER,
        input,
        new VerifierTarget(new LenientVerifier(FuzzMutationTest::decoded, header)));
  }

  private static boolean saysHs256(Json.Obj header) {
    return header.get("alg").equals(Optional.of(new Json.Text("HS256")));
  }

  private static Optional<Json> readNan(byte[] input) {
    return JsonReader.read(new String(input, UTF_8).replace("NaN", "null"));
  }

  private static Optional<Json> readFirst(byte[] input) {
    return JsonReader.read(new String(input, UTF_8).split(" ", 2)[0]);
  }

  /** As the JDK's decoder does. */
  private static byte[] decoded(String part) {
    return Base64.getUrlDecoder().decode(part);
  }

  private static byte[] ofEitherAlphabet(String part) {
    return decoded(part.replace('+', '-').replace('/', '_'));
  }
}
