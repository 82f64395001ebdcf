package io.xuemeng.resource.metadata;

import java.util.List;

/**
 * What is needed to use the resource; one of the alternatives suffices (要求). Texts are held as found, right or wrong; validation judges them. Immutable.
 *
 * @param orComposites the alternatives (或复合); empty when there are none
 * @see <a href="https://standards.ieee.org/ieee/1484.12.1/7699/">LOM 4.4</a>
 */
public record TechnicalRequirement(List<OrComposite> orComposites) {

    /** Copies the lists. */
    public TechnicalRequirement {
        orComposites = List.copyOf(orComposites);
    }
}
