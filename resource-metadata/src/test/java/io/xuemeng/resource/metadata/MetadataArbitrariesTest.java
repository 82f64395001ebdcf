package io.xuemeng.resource.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import io.xuemeng.resource.element.CompositeType;
import io.xuemeng.resource.element.Element;
import io.xuemeng.resource.element.MetadataElements;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Example;

class MetadataArbitrariesTest {

    private static final int RECORDS = 400;

    @Example
    void everyElementOfTheModelIsSetInAtLeastOneRecordOfTwenty() {
        Map<String, Integer> counts = new HashMap<>();
        MetadataArbitraries.metadata().sampleStream().limit(RECORDS).forEach(record -> {
            Map<String, Integer> seen = new HashMap<>();
            count(MetadataElements.RESOURCE_METADATA, record, "", seen);
            seen.keySet().forEach(path -> counts.merge(path, 1, Integer::sum));
            if (!record.extensions().isEmpty()) {
                counts.merge("extensions", 1, Integer::sum);
            }
        });
        Stream<String> all = Stream.concat(paths(MetadataElements.RESOURCE_METADATA, ""), Stream.of("extensions"));
        assertThat(all.filter(path -> counts.getOrDefault(path, 0) * 20 < RECORDS)
                        .collect(Collectors.toMap(path -> path, path -> counts.getOrDefault(path, 0))))
                .isEmpty();
    }

    private static Stream<String> paths(CompositeType<?> type, String path) {
        return type.elements().stream().flatMap(element -> {
            String child = path + '/' + element.name();
            return element.composite() == null
                    ? Stream.of(child)
                    : Stream.concat(Stream.of(child), paths(element.composite(), child));
        });
    }

    private static void count(CompositeType<?> type, Object record, String path, Map<String, Integer> seen) {
        Object[] parts = type.parts(record);
        for (int i = 0; i < parts.length; i++) {
            Element element = type.elements().get(i);
            List<?> values =
                    parts[i] == null ? List.of() : element.repeatable() ? (List<?>) parts[i] : List.of(parts[i]);
            for (Object value : values) {
                String child = path + '/' + element.name();
                seen.merge(child, 1, Integer::sum);
                if (element.composite() != null) {
                    count(element.composite(), value, child, seen);
                }
            }
        }
    }
}
