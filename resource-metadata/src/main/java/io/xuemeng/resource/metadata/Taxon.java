package io.xuemeng.resource.metadata;

import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

/**
 * One node of a taxonomy (分类单元). Texts are held as found, right or wrong; validation judges them. Immutable.
 *
 * @param id its code within the taxonomy (标识); null when absent
 * @param entry its label (表项); null when absent
 * @see <a href="https://standards.ieee.org/ieee/1484.12.1/7699/">LOM 9.2.2</a>
 */
public record Taxon(@Nullable String id, @Valid @Nullable MultilingualText entry) {}
