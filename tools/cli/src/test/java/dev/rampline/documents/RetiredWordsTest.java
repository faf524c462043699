package dev.rampline.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks that no file contains a word of the list of retired words. */
class RetiredWordsTest {
  private static final Path LIST = Documents.ROOT.resolve("tools/build/retired-words.txt");

  /** The change log, a text of others, and the retired words themselves. */
  private static final List<String> EXEMPT =
      List.of("CHANGELOG.md", "LICENSE", "retired-words.txt", "RetiredWordsTest.java");

  private static final List<RetiredWord> WORDS =
      Documents.text(LIST)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(RetiredWord::parse)
          .toList();

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
            index -> {
              Words line = Words.of(lines.get(index));
              return WORDS.stream()
                  .filter(word -> word.isIn(line))
                  .map(word -> name + ":" + (index + 1) + ": " + word);
            })
        .toList();
  }

  /** A line of the list: a word or phrase, and what to write instead. */
  private record RetiredWord(String text, Words words, String replacement) {
    static RetiredWord parse(String line) {
      String[] parts = line.split(" -> ", 2);
      String text = parts[0].strip().toLowerCase(Locale.ROOT);
      return new RetiredWord(text, Words.of(text), parts.length == 1 ? "" : parts[1].strip());
    }

    /** A phrase of letters also matches an identifier of its words; any other matches literally. */
    boolean isIn(Words line) {
      return text.matches("[a-z -]+") ? line.contains(words) : line.text().contains(text);
    }

    @Override
    public String toString() {
      return "\"" + text + "\"" + (replacement.isEmpty() ? "" : ", write: " + replacement);
    }
  }

  /** The words of a text. An identifier is split at case changes, underscores and hyphens. */
  private record Words(String text, List<String> list) {
    private static final Pattern WORD = Pattern.compile("\\p{Lu}+(?!\\p{Ll})|\\p{Lu}?\\p{Ll}+");

    static Words of(String text) {
      List<String> words = new ArrayList<>();
      WORD.matcher(text)
          .results()
          .forEach(word -> words.add(word.group().toLowerCase(Locale.ROOT)));
      return new Words(text.toLowerCase(Locale.ROOT), words);
    }

    boolean contains(Words phrase) {
      int length = phrase.list.size();
      return IntStream.rangeClosed(0, list.size() - length)
          .anyMatch(start -> isEqual(list.subList(start, start + length), phrase.list));
    }

    /** The last word may have a plural s. */
    private static boolean isEqual(List<String> words, List<String> phrase) {
      int last = phrase.size() - 1;
      return words.subList(0, last).equals(phrase.subList(0, last))
          && (words.get(last).equals(phrase.get(last))
              || words.get(last).equals(phrase.get(last) + "s"));
    }
  }
}
