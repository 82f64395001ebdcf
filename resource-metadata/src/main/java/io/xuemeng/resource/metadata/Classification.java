package io.xuemeng.resource.metadata;

import jakarta.validation.Valid;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the resource stands in a classification (分类). Texts are held as found, right or wrong; validation judges them. Immutable.
 *
 * @param purpose what is classified (目的); null when absent
 * @param taxonPaths the paths (分类路径); empty when there are none
 * @param description the resource with regard to the purpose (描述); null when absent
 * @param keywords keywords with regard to the purpose (关键字); empty when there are none
 * @see <a href="https://standards.ieee.org/ieee/1484.12.1/7699/">LOM 9</a>
 */
public record Classification(
        @Nullable VocabularyTerm purpose,
        List<@Valid TaxonPath> taxonPaths,
        @Valid @Nullable MultilingualText description,
        List<@Valid MultilingualText> keywords) {

    /** Copies the lists. */
    public Classification {
        taxonPaths = List.copyOf(taxonPaths);
        keywords = List.copyOf(keywords);
    }
}
