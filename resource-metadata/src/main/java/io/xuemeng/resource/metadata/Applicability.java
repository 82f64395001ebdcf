package io.xuemeng.resource.metadata;

import java.util.List;

/**
 * For whom the textbook is meant (适用对象). Texts are held as found, right or wrong; validation judges them. Immutable.
 *
 * @param grades grades (年级); empty when there are none
 * @param regions regions (地域); empty when there are none
 * @param audiences kinds of user (用户类型); empty when there are none
 * @see "GB/T 41469-2022 table 1, 17"
 */
public record Applicability(List<VocabularyTerm> grades, List<String> regions, List<VocabularyTerm> audiences) {

    /** Copies the lists. */
    public Applicability {
        grades = List.copyOf(grades);
        regions = List.copyOf(regions);
        audiences = List.copyOf(audiences);
    }
}
