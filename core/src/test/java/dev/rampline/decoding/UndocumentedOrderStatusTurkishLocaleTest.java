package dev.rampline.decoding;

import org.junit.jupiter.api.util.DefaultLocale;

/** In the Turkish locale, the lower case of I is not i, and the upper case of i is not I. */
@DefaultLocale("tr-TR")
class UndocumentedOrderStatusTurkishLocaleTest extends UndocumentedOrderStatusTest {}
