package io.xuemeng.resource.metadata;

import org.jspecify.annotations.Nullable;

/**
 * What the textbook costs (价格). Texts are held as found, right or wrong; validation judges them. Immutable.
 *
 * @param chargingMode how it is charged (计费方式); null when absent
 * @param quantityUnit the unit the amount is for (数量单位); null when absent
 * @param amount Chinese yuan with two decimals, as found (金额); null when absent
 * @see "GB/T 41469-2022 table 1, 20"
 */
public record Price(
        @Nullable VocabularyTerm chargingMode,
        @Nullable String quantityUnit,
        @Nullable String amount) {}
