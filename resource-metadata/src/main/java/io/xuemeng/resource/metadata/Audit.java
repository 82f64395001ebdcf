package io.xuemeng.resource.metadata;

import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

/**
 * An approval of the textbook (审核). Texts are held as found, right or wrong; validation judges them. Immutable.
 *
 * @param auditItem what was approved; {@code 行政审定} when administratively approved (审核项); null when absent
 * @param institute who approved it (机构); null when absent
 * @param date when; the year alone is allowed (通过时间); null when absent
 * @see "GB/T 41469-2022 table 1, 15"
 */
public record Audit(
        @Nullable String auditItem,
        @Nullable String institute,
        @Valid @Nullable DateTimeText date) {}
