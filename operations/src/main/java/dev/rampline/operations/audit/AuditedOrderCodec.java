package dev.rampline.operations.audit;

import dev.rampline.event.Field;
import dev.rampline.event.State;
import dev.rampline.operations.audit.AuditedOrder.Mark;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Writes orders to a temporary file of this process, and reads them. */
@SuppressWarnings("EnumOrdinal") // The same version of the code reads what it wrote.
final class AuditedOrderCodec {
  private static final Field[] FIELDS = Field.values();
  private static final State[] STATES = State.values();
  private static final Mark[] MARKS = Mark.values();
  private static final AuditSource[] SOURCES = AuditSource.values();
  private static final int NONE = -1;

  private AuditedOrderCodec() {}

  static void write(AuditedOrder order, DataOutput out) throws IOException {
    out.writeByte(order.source().ordinal());
    out.writeUTF(order.key());
    out.writeUTF(order.subject());
    out.writeLong(order.line());
    State state = order.state();
    out.writeByte(state == null ? NONE : state.ordinal());
    Instant createdAt = order.createdAt();
    out.writeBoolean(createdAt != null);
    if (createdAt != null) {
      out.writeLong(createdAt.getEpochSecond());
      out.writeInt(createdAt.getNano());
    }
    out.writeByte(order.fields().size());
    for (Map.Entry<Field, String> field : order.fields().entrySet()) {
      out.writeByte(field.getKey().ordinal());
      out.writeUTF(field.getValue());
    }
    out.writeByte(order.marks().size());
    for (Mark mark : order.marks()) {
      out.writeByte(mark.ordinal());
    }
  }

  static AuditedOrder read(DataInput in) throws IOException {
    AuditSource source = SOURCES[in.readByte()];
    String key = in.readUTF();
    String subject = in.readUTF();
    long line = in.readLong();
    int state = in.readByte();
    Instant createdAt =
        in.readBoolean() ? Instant.ofEpochSecond(in.readLong(), in.readInt()) : null;
    return new AuditedOrder(
        source,
        key,
        subject,
        line,
        state == NONE ? null : STATES[state],
        fields(in),
        createdAt,
        marks(in));
  }

  private static Map<Field, String> fields(DataInput in) throws IOException {
    Map<Field, String> fields = new EnumMap<>(Field.class);
    for (int left = in.readByte(); left > 0; left--) {
      fields.put(FIELDS[in.readByte()], in.readUTF());
    }
    return fields;
  }

  private static Set<Mark> marks(DataInput in) throws IOException {
    Set<Mark> marks = EnumSet.noneOf(Mark.class);
    for (int left = in.readByte(); left > 0; left--) {
      marks.add(MARKS[in.readByte()]);
    }
    return marks;
  }
}
