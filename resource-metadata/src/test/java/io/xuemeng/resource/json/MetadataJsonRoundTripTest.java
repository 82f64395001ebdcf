package io.xuemeng.resource.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.xuemeng.core.input.Limits;
import io.xuemeng.core.requirement.FindingCollector;
import io.xuemeng.resource.document.MetadataDocument;
import io.xuemeng.resource.metadata.Extension;
import io.xuemeng.resource.metadata.MetadataArbitraries;
import io.xuemeng.resource.metadata.ResourceMetadata;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class MetadataJsonRoundTripTest {

    private static final int TRIES = 200;

    @Provide
    Arbitrary<ResourceMetadata> records() {
        return MetadataArbitraries.metadata();
    }

    /** JSON can hold what XML cannot: control characters, NUL, half a surrogate pair. */
    @Provide
    Arbitrary<ResourceMetadata> recordsWithAnyText() {
        return MetadataArbitraries.metadata(Arbitraries.oneOf(
                MetadataArbitraries.texts(), Arbitraries.strings().all().ofMaxLength(6)));
    }

    @Property(tries = TRIES)
    void readingWhatWasWrittenGivesTheSameRecord(@ForAll("records") ResourceMetadata record) {
        FindingCollector findings = new FindingCollector();
        ResourceMetadata read = read(MetadataJsonWriter.pretty(record), findings);
        assertThat(sorted(read)).isEqualTo(sorted(record));
        assertThat(findings.findings()).allMatch(finding -> finding.id().equals("META-040"));
    }

    @Property(tries = TRIES)
    void keepsTextsThatXmlCannotHold(@ForAll("recordsWithAnyText") ResourceMetadata record) {
        ResourceMetadata read = read(MetadataJsonWriter.compact(record), new FindingCollector());
        assertThat(sorted(read)).isEqualTo(sorted(record));
    }

    @Property(tries = TRIES)
    void writesTheSameBytesAgain(@ForAll("records") ResourceMetadata record) {
        byte[] written = MetadataJsonWriter.pretty(record);
        assertThat(MetadataJsonWriter.pretty(read(written, new FindingCollector())))
                .isEqualTo(written);
    }

    @Property(tries = TRIES)
    void writesWhatTheSchemaAllows(@ForAll("records") ResourceMetadata record) {
        assertThat(MetadataJsonSchemaTest.errors(MetadataJsonWriter.compact(record)))
                .isEmpty();
    }

    private static ResourceMetadata read(byte[] document, FindingCollector findings) {
        MetadataDocument read = MetadataJsonReader.read(document, null, Limits.defaults(), findings);
        assertThat(read).isNotNull();
        return read.metadata();
    }

    /** The order of extensions is kept only among those of one kind. */
    static ResourceMetadata sorted(ResourceMetadata record) {
        List<Extension> extensions = record.extensions().stream()
                .sorted(Comparator.comparing(Extension::parent)
                        .thenComparing(Extension::name)
                        .thenComparing(Extension::mediaType)
                        .thenComparing(Extension::content))
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
                extensions);
    }
}
