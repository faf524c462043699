package dev.rampline.cli.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Rows of cells in aligned columns with two spaces between them. */
public final class TextTable {
  private final List<List<String>> rows = new ArrayList<>();

  /** Adds a row. */
  public TextTable row(String... cells) {
    rows.add(List.of(cells));
    return this;
  }

  /** Returns one line for each row. */
  public List<String> lines() {
    return rows.stream().map(this::line).toList();
  }

  private String line(List<String> row) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < row.size(); column++) {
      String cell = row.get(column);
      line.append("  ").append(cell).repeat(' ', width(column) - cell.length());
    }
    return line.toString().stripTrailing();
  }

  private int width(int column) {
    Stream<List<String>> withColumn = rows.stream().filter(row -> row.size() > column);
    return withColumn.mapToInt(row -> row.get(column).length()).max().orElse(0);
  }
}
