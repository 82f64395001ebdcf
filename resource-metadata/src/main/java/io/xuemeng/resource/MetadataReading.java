package io.xuemeng.resource;

import io.xuemeng.core.requirement.Finding;
import io.xuemeng.resource.document.MetadataDocument;
import java.util.List;
import java.util.Optional;

/**
 * What reading a file gave. Immutable.
 *
 * @param document the record as far as it could be read; empty when there is none
 * @param findings what is wrong with the form it is written in; empty when nothing is
 */
public record MetadataReading(Optional<MetadataDocument> document, List<Finding> findings) {

    /** Copies the list. */
    public MetadataReading {
        findings = List.copyOf(findings);
    }
}
