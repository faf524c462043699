package dev.rampline.fuzzing;

import dev.rampline.testkit.provider.ChoiceSource;

/**
 * Makes each choice by the next byte of a fuzz input, and the first one when there is none left.
 */
final class ByteChoices implements ChoiceSource {
  private final byte[] bytes;
  private int position;

  ByteChoices(byte[] bytes) {
    this.bytes = bytes;
  }

  @Override
  public int choose(int bound) {
    return position < bytes.length ? Byte.toUnsignedInt(bytes[position++]) % bound : 0;
  }
}
