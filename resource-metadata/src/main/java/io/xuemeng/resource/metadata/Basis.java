package io.xuemeng.resource.metadata;

import org.jspecify.annotations.Nullable;

/**
 * A publication the textbook is based on (依据). Texts are held as found, right or wrong; validation judges them. Immutable.
 *
 * @param name its name (名称); null when absent
 * @param identifier its label, for example an ISBN (标识符); null when absent
 * @param editionNumber its edition (版次); null when absent
 * @param reprintNumber its impression, an integer as found (印次); null when absent
 * @see "GB/T 41469-2022 table 1, 10"
 */
public record Basis(
        @Nullable String name,
        @Nullable Identifier identifier,
        @Nullable String editionNumber,
        @Nullable String reprintNumber) {}
