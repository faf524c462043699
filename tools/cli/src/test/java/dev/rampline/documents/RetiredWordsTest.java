package dev.rampline.documents;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks that no file contains a word of the list of retired words. */
class RetiredWordsTest {
  private static final Pattern WORD = Pattern.compile("\\p{Lu}+(?!\\p{Ll})|\\p{Lu}?\\p{Ll}+");
  private static final Path LIST = Documents.ROOT.resolve("tools/build/retired-words.txt");

  /** The change log, a text of others, digests, and the retired words themselves. */
  private static final List<String> EXEMPT =
      List.of(
          "CHANGELOG.md",
          "LICENSE",
          "checksums.sha256",
          "requirements.txt",
          "retired-words.txt",
          "RetiredWordsTest.java");

  private static final List<RetiredWord> WORDS =
      Documents.text(LIST)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(RetiredWord::parse)
          .toList();

  private static final Map<String, List<RetiredWord>> BY_FIRST_WORD =
      WORDS.stream()
          .flatMap(word -> word.firstWords().map(first -> Map.entry(first, word)))
          .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));

  private static final List<RetiredWord> LITERALS =
      WORDS.stream().filter(word -> word.words().isEmpty()).toList();

  @Test
  void files_containNoRetiredWord() {
    List<String> findings =
        Documents.tracked()
            .filter(file -> EXEMPT.stream().noneMatch(file::endsWith))
            .flatMap(RetiredWordsTest::findings)
            .toList();

    assertThat(findings)
        .as(
            "Each thing has one plain name that needs no glossary. Replace each word below;"
                + " tools/build/retired-words.txt gives the replacements.")
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The courier sends it.",
        "Couriers send it.",
        "var orderCourier = 1;",
        "class CourierTest {",
        "COURIER_LIMIT=3",
        "name: rampline-courier-age",
        "See design §4.",
        "See provider.md, section 4.",
        "It was parked, which nobody likes.",
        "void record_isReadBack() {",
        "int colour = 1;"
      })
  void plantedWord_isFound(String text) {
    assertThat(findings("planted", text)).isNotEmpty().allMatch(it -> it.startsWith("planted:1: "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The sender sends the event.",
        "The order is CANCELLED.",
        "It works likewise and otherwise.",
        "spillway",
        "The design has four parts."
      })
  void plainText_isAccepted(String text) {
    assertThat(findings("plain", text)).isEmpty();
  }

  private static Stream<String> findings(Path file) {
    String name = Documents.name(file);
    return Stream.concat(
        findings("name of file", name).stream(),
        Documents.textIfAny(file).stream().flatMap(text -> findings(name, text).stream()));
  }

  private static List<String> findings(String name, String text) {
    List<String> lines = text.lines().toList();
    return IntStream.range(0, lines.size())
        .boxed()
        .flatMap(
            index ->
                retiredWords(lines.get(index)).map(word -> name + ":" + (index + 1) + ": " + word))
        .toList();
  }

  /** Splits the line only once and looks each of its words up, since the repository is large. */
  private static Stream<RetiredWord> retiredWords(String line) {
    List<String> words = words(line);
    Stream<RetiredWord> phrases =
        IntStream.range(0, words.size())
            .boxed()
            .flatMap(
                start ->
                    BY_FIRST_WORD.getOrDefault(words.get(start), List.of()).stream()
                        .filter(word -> word.isAt(start, words)));
    String lowerCase = line.toLowerCase(Locale.ROOT);
    return Stream.concat(
        phrases, LITERALS.stream().filter(literal -> lowerCase.contains(literal.text())));
  }

  /** Returns the words of a text. An identifier is split at case changes and other characters. */
  private static List<String> words(String text) {
    return WORD.matcher(text).results().map(word -> word.group().toLowerCase(Locale.ROOT)).toList();
  }

  /**
   * A line of the list.
   *
   * @param text a word or phrase
   * @param words its words, which also match an identifier; empty if the text matches literally
   * @param replacement what to write instead
   */
  private record RetiredWord(String text, List<String> words, String replacement) {
    static RetiredWord parse(String line) {
      String[] parts = line.split(" -> ", 2);
      String text = parts[0].strip().toLowerCase(Locale.ROOT);
      return new RetiredWord(
          text,
          text.matches("[a-z -]+") ? RetiredWordsTest.words(text) : List.of(),
          parts.length == 1 ? "" : parts[1].strip());
    }

    /** The words with which an occurrence can begin: the last word may have a plural s. */
    Stream<String> firstWords() {
      return words.size() == 1
          ? Stream.of(words.getFirst(), words.getFirst() + "s")
          : words.stream().limit(1);
    }

    /** Whether the words from there on are this phrase. */
    boolean isAt(int start, List<String> line) {
      int last = words.size() - 1;
      if (start + last >= line.size()) {
        return false;
      }
      String end = line.get(start + last);
      return line.subList(start, start + last).equals(words.subList(0, last))
          && (end.equals(words.get(last)) || end.equals(words.get(last) + "s"));
    }

    @Override
    public String toString() {
      return "\"" + text + "\"" + (replacement.isEmpty() ? "" : ", write: " + replacement);
    }
  }
}
