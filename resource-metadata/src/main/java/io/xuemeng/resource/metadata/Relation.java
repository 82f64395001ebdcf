package io.xuemeng.resource.metadata;

import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

/**
 * How the resource relates to another one (关系). Texts are held as found, right or wrong; validation judges them. Immutable.
 *
 * @param kind the kind of relation (类型); null when absent
 * @param resource the other resource (资源); null when absent
 * @see <a href="https://standards.ieee.org/ieee/1484.12.1/7699/">LOM 7</a>
 */
public record Relation(
        @Nullable VocabularyTerm kind, @Valid @Nullable RelatedResource resource) {}
