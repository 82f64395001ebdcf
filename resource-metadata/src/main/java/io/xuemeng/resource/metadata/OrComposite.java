package io.xuemeng.resource.metadata;

import org.jspecify.annotations.Nullable;

/**
 * One technology that satisfies a requirement (或复合). Texts are held as found, right or wrong; validation judges them. Immutable.
 *
 * @param type the kind of technology (类型); null when absent
 * @param name the technology (名称); null when absent
 * @param minimumVersion the lowest version that works (最低版本); null when absent
 * @param maximumVersion the highest version that works (最高版本); null when absent
 * @see <a href="https://standards.ieee.org/ieee/1484.12.1/7699/">LOM 4.4.1</a>
 */
public record OrComposite(
        @Nullable VocabularyTerm type,
        @Nullable VocabularyTerm name,
        @Nullable String minimumVersion,
        @Nullable String maximumVersion) {}
