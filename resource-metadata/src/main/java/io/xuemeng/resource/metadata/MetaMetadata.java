package io.xuemeng.resource.metadata;

import io.xuemeng.core.code.LanguageTagText;
import jakarta.validation.Valid;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What describes the metadata record itself (元-元数据). Texts are held as found, right or wrong; validation judges them. Immutable.
 *
 * @param identifiers labels of the record (标识符); empty when there are none
 * @param contributes who made the record (贡献); empty when there are none
 * @param metadataSchemas the standards the record follows (元数据方案); empty when there are none
 * @param language the default language of its texts, a BCP 47 tag (语种); null when absent
 * @see <a href="https://standards.ieee.org/ieee/1484.12.1/7699/">LOM 3</a>
 */
public record MetaMetadata(
        List<Identifier> identifiers,
        List<@Valid Contribute> contributes,
        List<String> metadataSchemas,
        @LanguageTagText @Nullable String language) {

    /** Copies the lists. */
    public MetaMetadata {
        identifiers = List.copyOf(identifiers);
        contributes = List.copyOf(contributes);
        metadataSchemas = List.copyOf(metadataSchemas);
    }
}
