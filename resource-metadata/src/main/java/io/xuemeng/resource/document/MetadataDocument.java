package io.xuemeng.resource.document;

import io.xuemeng.resource.element.Positions;
import io.xuemeng.resource.metadata.ResourceMetadata;

/**
 * A metadata record with what reading it showed. Immutable.
 *
 * @param metadata the record; what could be read of it, when the input was damaged
 * @param form the form it was written in
 * @param positions where its values stand; not for users, findings carry the places
 * @param complete whether the record was read to its end; when it was not, because the document broke off or went beyond a
 *     limit, what is absent may stand in the rest, and validation leaves the record alone
 */
public record MetadataDocument(ResourceMetadata metadata, MetadataForm form, Positions positions, boolean complete) {

    /** A record that was built, not read. */
    public static MetadataDocument of(ResourceMetadata metadata) {
        return new MetadataDocument(metadata, MetadataForm.BUILT, Positions.NONE, true);
    }
}
