package io.xuemeng.resource.metadata;

import jakarta.validation.Valid;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A path of a taxonomy, from general to special (分类路径). Texts are held as found, right or wrong; validation judges them. Immutable.
 *
 * @param source the name of the taxonomy (来源); null when absent
 * @param taxons its nodes (分类单元); empty when there are none
 * @see <a href="https://standards.ieee.org/ieee/1484.12.1/7699/">LOM 9.2</a>
 */
public record TaxonPath(@Valid @Nullable MultilingualText source, List<@Valid Taxon> taxons) {

    /** Copies the lists. */
    public TaxonPath {
        taxons = List.copyOf(taxons);
    }
}
