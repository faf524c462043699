package dev.rampline.operations.audit;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvReader.CsvReaderBuilder;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The header of an order file.
 *
 * @param names the names of all columns, as written
 * @param columns the column at each position; empty for one that is not compared
 */
record OrderFileHeader(List<String> names, List<Optional<AuditColumn>> columns) {
  private static final char[] SEPARATORS = {',', ';', '\t'};

  OrderFileHeader {
    names = List.copyOf(names);
    columns = List.copyOf(columns);
  }

  /**
   * Creates the header.
   *
   * @throws OrderFileException if a column is there twice, or if no column, or more than one kind
   *     of column, identifies the order
   */
  static OrderFileHeader of(List<String> fields) {
    List<String> names =
        fields.stream().map(name -> FileText.decode(name).orElse(name).strip()).toList();
    OrderFileHeader header =
        new OrderFileHeader(names, names.stream().map(AuditColumn::ofHeader).toList());
    header.check();
    return header;
  }

  /** Returns a reader of the format: the first separator with which a column is an id. */
  static CsvReaderBuilder format(String line) {
    for (char separator : SEPARATORS) {
      List<String> names = reader(separator).ofSingleCsvRecord(line).getFields();
      if (names.stream()
          .anyMatch(
              name -> AuditColumn.ofHeader(name.strip()).filter(AuditColumn::isId).isPresent())) {
        return reader(separator);
      }
    }
    return reader(SEPARATORS[0]);
  }

  private static CsvReaderBuilder reader(char separator) {
    // The row reports a wrong number of fields itself.
    return CsvReader.builder()
        .fieldSeparator(separator)
        .allowExtraFields(true)
        .allowMissingFields(true);
  }

  /** Returns the columns that are compared. */
  Set<AuditColumn> compared() {
    Set<AuditColumn> compared = EnumSet.noneOf(AuditColumn.class);
    columns.forEach(column -> column.ifPresent(compared::add));
    return compared;
  }

  /** Returns the names of the columns that are not compared. */
  List<String> ignored() {
    List<String> ignored = new ArrayList<>(names);
    ignored.removeIf(name -> AuditColumn.ofHeader(name).isPresent());
    return ignored;
  }

  /** Returns whether rows may have the partner's id of an order. */
  boolean hasPartnerIds() {
    Set<AuditColumn> compared = compared();
    return compared.contains(AuditColumn.ID) || compared.contains(AuditColumn.PARTNER_ORDER_ID);
  }

  private void check() {
    Set<AuditColumn> compared = EnumSet.noneOf(AuditColumn.class);
    for (Optional<AuditColumn> column : columns) {
      if (column.isPresent() && !compared.add(column.get())) {
        throw OrderFileException.at(
            1, "the column %s is there twice".formatted(column.get().text()));
      }
    }
    long ids = compared.stream().filter(AuditColumn::isId).count();
    if (ids == 0) {
      throw OrderFileException.at(
          1,
          "no column orderId, partnerOrderId or id, but "
              + names.stream().map(FileText::excerpt).collect(Collectors.joining(", "))
              + ". Separate columns by commas, semicolons or tabs");
    }
    if (ids > 1 && compared.contains(AuditColumn.ID)) {
      throw OrderFileException.at(
          1,
          "id beside another id. Name the column orderId (the provider's) or partnerOrderId (yours)");
    }
  }
}
