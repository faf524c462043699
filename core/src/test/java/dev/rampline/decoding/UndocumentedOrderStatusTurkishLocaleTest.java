package dev.rampline.decoding;

import org.junit.jupiter.api.util.DefaultLocale;

/** In Turkish the lower case of I is no i, and the upper case of i no I. */
@DefaultLocale("tr-TR")
class UndocumentedOrderStatusTurkishLocaleTest extends UndocumentedOrderStatusTest {}
