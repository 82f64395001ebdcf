package io.xuemeng.resource.xml;

import static org.assertj.core.api.Assertions.assertThat;

import io.xuemeng.resource.metadata.Extension;
import io.xuemeng.resource.metadata.ResourceMetadata;
import java.util.Comparator;
import java.util.List;

/** Compares records. */
final class Records {

    private Records() {}

    /** Equal but for the order of extensions from different places, which XML cannot keep. */
    static void assertSame(ResourceMetadata actual, ResourceMetadata expected) {
        assertThat(byPlace(actual)).isEqualTo(byPlace(expected));
    }

    private static ResourceMetadata byPlace(ResourceMetadata record) {
        List<Extension> sorted = record.extensions().stream()
                .sorted(Comparator.comparing(Extension::parent))
                .toList();
        return new ResourceMetadata(
                record.general(),
                record.lifeCycle(),
                record.metaMetadata(),
                record.technical(),
                record.educationals(),
                record.rights(),
                record.relations(),
                record.annotations(),
                record.classifications(),
                record.curriculum(),
                record.textbook(),
                record.aigc(),
                record.accessibility(),
                sorted);
    }
}
