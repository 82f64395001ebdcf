package io.xuemeng.resource.metadata;

import jakarta.validation.Valid;
import java.util.List;

/**
 * The other resource of a relation (资源). Texts are held as found, right or wrong; validation judges them. Immutable.
 *
 * @param identifiers its labels (标识符); empty when there are none
 * @param descriptions what it is (描述); empty when there are none
 * @see <a href="https://standards.ieee.org/ieee/1484.12.1/7699/">LOM 7.2</a>
 */
public record RelatedResource(List<Identifier> identifiers, List<@Valid MultilingualText> descriptions) {

    /** Copies the lists. */
    public RelatedResource {
        identifiers = List.copyOf(identifiers);
        descriptions = List.copyOf(descriptions);
    }
}
