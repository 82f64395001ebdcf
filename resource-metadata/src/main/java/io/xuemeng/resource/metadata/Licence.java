package io.xuemeng.resource.metadata;

import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

/**
 * The licence under which the resource may be used (许可). Not in LOM. Texts are held as found, right or wrong; validation judges them. Immutable.
 *
 * @param identifier an SPDX identifier, for example {@code CC-BY-4.0}; null when absent
 * @param uri where its text stands, an IRI; null when absent
 * @param name its name; null when absent
 * @param holder who holds the rights; null when absent
 * @see "profile decision"
 */
public record Licence(
        @Nullable String identifier,
        @Nullable String uri,
        @Valid @Nullable MultilingualText name,
        @Nullable String holder) {}
