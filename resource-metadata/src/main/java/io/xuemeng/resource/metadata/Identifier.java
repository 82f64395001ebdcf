package io.xuemeng.resource.metadata;

import org.jspecify.annotations.Nullable;

/**
 * A globally unique label of a resource or a metadata record (标识符). Texts are held as found, right or wrong; validation judges them. Immutable.
 *
 * @param catalog the scheme, for example {@code ISBN} (类别); null when absent
 * @param entry the value within the scheme (表项); null when absent
 * @see <a href="https://standards.ieee.org/ieee/1484.12.1/7699/">LOM 1.1</a>
 */
public record Identifier(@Nullable String catalog, @Nullable String entry) {}
