package io.xuemeng.resource.metadata;

import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

/**
 * Intellectual property and conditions of use (权利). Texts are held as found, right or wrong; validation judges them. Immutable.
 *
 * @param cost whether use costs money: yes or no (费用); null when absent
 * @param copyrightAndOtherRestrictions whether restrictions apply: yes or no (版权及其他限制); null when absent
 * @param description the conditions in words (描述); null when absent
 * @param licence the licence (许可; not in LOM); null when absent
 * @see <a href="https://standards.ieee.org/ieee/1484.12.1/7699/">LOM 6</a>
 */
public record Rights(
        @Nullable VocabularyTerm cost,
        @Nullable VocabularyTerm copyrightAndOtherRestrictions,
        @Valid @Nullable MultilingualText description,
        @Valid @Nullable Licence licence) {

    /** Rights under a licence: restrictions apply, and the licence's name describes them. */
    public static Rights licensed(String licence) {
        return new Rights(
                null,
                VocabularyTerm.lom("yes"),
                MultilingualText.of(null, licence),
                new Licence(null, null, MultilingualText.of(null, licence), null));
    }
}
