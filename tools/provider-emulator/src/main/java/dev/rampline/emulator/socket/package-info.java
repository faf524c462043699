/**
 * The provider's socket, written from its public page: Socket.IO with event names of its own,
 * unsigned, and without redelivery of missed events ({@code docs/provider-api.md#websocket}).
 */
@NullMarked
package dev.rampline.emulator.socket;

import org.jspecify.annotations.NullMarked;
