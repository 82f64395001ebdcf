package io.xuemeng.resource.metadata;

import jakarta.validation.Valid;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The history and present state of the resource (生存期). Texts are held as found, right or wrong; validation judges them. Immutable.
 *
 * @param version the edition (版本); null when absent
 * @param status the state of completion (状态); null when absent
 * @param contributes who contributed (贡献); empty when there are none
 * @see <a href="https://standards.ieee.org/ieee/1484.12.1/7699/">LOM 2</a>
 */
public record LifeCycle(
        @Valid @Nullable MultilingualText version,
        @Nullable VocabularyTerm status,
        List<@Valid Contribute> contributes) {

    /** Copies the lists. */
    public LifeCycle {
        contributes = List.copyOf(contributes);
    }
}
