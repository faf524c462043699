/**
 * The provider's socket, as its public page describes it: Socket.IO, in a vocabulary of its own,
 * unsigned, and without a memory of what was missed (provider.md §4).
 */
@NullMarked
package dev.rampline.emulator.socket;

import org.jspecify.annotations.NullMarked;
