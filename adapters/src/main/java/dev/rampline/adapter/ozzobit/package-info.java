/**
 * The provider's REST API, with every variant that its documentation allows ({@code
 * docs/provider-api.md#orders-api}).
 */
@NullMarked
package dev.rampline.adapter.ozzobit;

import org.jspecify.annotations.NullMarked;
