package dev.rampline.bench.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.rampline.bench.defect.Defect;
import dev.rampline.decoding.WebhookDecoder;
import dev.rampline.json.Json;
import dev.rampline.json.JsonReader;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What nothing can fail proves nothing: with a defect put in, an input of the corpus finds it. */
class FuzzTeethTest {
  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource({"readers", "spellings", "headers", "functions", "channels"})
  void aDefect_putIn_isFoundByThatInput(Target target, String input, FuzzTarget defective) {
    byte[] bytes = Corpus.read(Corpus.FOLDER.resolve(target.text()).resolve(input));

    assertThatThrownBy(() -> defective.check(bytes)).isInstanceOf(Finding.class);
  }

  static Stream<Arguments> readers() {
    WebhookDecoder keeping = new WebhookDecoder(Set.of("email"));
    return Stream.of(
        arguments(Target.JSON, "nan", new JsonTarget(FuzzTeethTest::readNan)),
        arguments(Target.JSON, "more", new JsonTarget(FuzzTeethTest::readFirst)),
        arguments(Target.DECODER, "order-completed", new DecoderTarget(keeping::decode)));
  }

  static Stream<Arguments> spellings() {
    return Stream.of(
        spelling("spelt-signature-stray", FuzzTeethTest::decoded),
        spelling("spelt-signature-padded", FuzzTeethTest::decoded),
        spelling("spelt-payload-stray", FuzzTeethTest::decoded),
        spelling("spelt-payload-padded", FuzzTeethTest::decoded),
        spelling("spelt-header-stray", FuzzTeethTest::decoded),
        spelling("spelt-header-padded", FuzzTeethTest::decoded),
        spelling("spelt-signature-spaced", part -> decoded(part.strip())),
        spelling("spelt-payload-spaced", part -> decoded(part.strip())),
        spelling("spelt-signature-standard", FuzzTeethTest::ofEitherAlphabet),
        spelling("spelt-payload-standard", FuzzTeethTest::ofEitherAlphabet),
        spelling("spelt-more-parts", FuzzTeethTest::decoded),
        spelling("expired", FuzzTeethTest::decoded),
        spelling("not-yet", FuzzTeethTest::decoded));
  }

  static Stream<Arguments> headers() {
    return Stream.of(
        header("algorithm-none", _ -> true), header("critical", FuzzTeethTest::saysHs256));
  }

  static Stream<Arguments> functions() {
    return Stream.of(
        arguments(Target.HANDLER, "algorithm-none", new HandlerTarget(Plants.believing())),
        arguments(
            Target.HANDLER,
            "order-completed",
            new HandlerTarget(Defect.RELAY_WITH_A_NEW_ID.sabotage())),
        arguments(
            Target.SPILL, "text", new SpillTarget(Defect.ACKNOWLEDGE_BEFORE_SPILL.sabotage())),
        arguments(Target.STREAM, "insert", new StreamTarget(Plants.renumbering())),
        arguments(Target.CLAIM, "order-completed", new ClaimTarget(Plants.promising())));
  }

  static Stream<Arguments> channels() {
    return Stream.of(
        arguments(Target.PROVIDER, "refused", new ProviderTarget(Plants.Resigned::new)),
        arguments(Target.SOCKET, "update", new SocketTarget(Plants.Squeamish::new)));
  }

  private static Arguments spelling(String input, Function<String, byte[]> base64) {
    return arguments(
        Target.VERIFIER,
        input,
        new VerifierTarget(new LenientVerifier(base64, FuzzTeethTest::saysHs256)));
  }

  private static Arguments header(String input, Predicate<Json.Obj> header) {
    return arguments(
        Target.VERIFIER,
        input,
        new VerifierTarget(new LenientVerifier(FuzzTeethTest::decoded, header)));
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

  /** As the JDK does by itself. */
  private static byte[] decoded(String part) {
    return Base64.getUrlDecoder().decode(part);
  }

  private static byte[] ofEitherAlphabet(String part) {
    return decoded(part.replace('+', '-').replace('/', '_'));
  }
}
