package io.xuemeng.resource.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.xuemeng.core.code.CodeValidation;
import io.xuemeng.core.requirement.Finding;
import io.xuemeng.resource.document.MetadataDocument;
import io.xuemeng.resource.element.CompositeType;
import io.xuemeng.resource.element.ElementKind;
import io.xuemeng.resource.element.MetadataElements;
import io.xuemeng.resource.metadata.DateTimeText;
import io.xuemeng.resource.metadata.DurationText;
import io.xuemeng.resource.metadata.MetadataArbitraries;
import io.xuemeng.resource.metadata.ResourceMetadata;
import io.xuemeng.resource.profile.MetadataProfile;
import io.xuemeng.resource.requirement.MetadataRequirement;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A built record judged by Jakarta Validation and by ours: both name the same places. */
class JakartaEquivalenceTest {

    /** What the constraints on records express. A tag with an underscore is no tag for them either. */
    private static final Set<String> EXPRESSED = Set.of(
            MetadataRequirement.LANGUAGE_TAG_UNDERSCORE.id(),
            MetadataRequirement.LANGUAGE_TAG_MALFORMED.id(),
            MetadataRequirement.DATE_TIME_MALFORMED.id(),
            MetadataRequirement.DURATION_MALFORMED.id());

    private static final Validator JAKARTA = CodeValidation.factory().getValidator();
    private static final RecordValidator OURS = new RecordValidator(MetadataProfile.lom());

    @Provide
    Arbitrary<ResourceMetadata> records() {
        Arbitrary<String> values = Arbitraries.of(
                "zh-CN",
                "zh_CN",
                "中文",
                "en",
                "2026-09-01",
                "2026-02-30",
                "2024-03-01T08:00:00+08:00",
                "PT32M",
                "P2W",
                "32 分钟",
                "\uD842\uDFB7");
        return MetadataArbitraries.metadataWithoutExtensions(values);
    }

    @Property(tries = 300)
    void namesTheSamePlacesInAnyRecord(@ForAll("records") ResourceMetadata metadata) {
        assertThat(byJakarta(metadata)).isEqualTo(byOurs(metadata));
    }

    static Stream<MetadataRequirement> expressed() {
        return Stream.of(MetadataRequirement.values()).filter(requirement -> EXPRESSED.contains(requirement.id()));
    }

    @ParameterizedTest
    @MethodSource("expressed")
    void namesThePlaceInTheFailingSample(MetadataRequirement requirement) throws IOException {
        ResourceMetadata good = ProfileSamples.good("values");
        UnaryOperator<List<Object>> wrong = values -> {
            List<Object> changed = new ArrayList<>(values);
            changed.set(0, wrongValue(requirement));
            return changed;
        };
        String path = switch (requirement) {
            case DATE_TIME_MALFORMED -> "annotation.date";
            case DURATION_MALFORMED -> "technical.duration";
            default -> "general.language";
        };

        ResourceMetadata bad = RecordEdit.values(good, path, wrong);

        assertThat(byJakarta(good)).isEmpty();
        assertThat(byJakarta(bad)).hasSize(1).isEqualTo(byOurs(bad));
    }

    private static Object wrongValue(MetadataRequirement requirement) {
        return switch (requirement) {
            case DATE_TIME_MALFORMED -> DateTimeText.of("2026-02-30");
            case DURATION_MALFORMED -> DurationText.of("8:30");
            case LANGUAGE_TAG_UNDERSCORE -> "zh_CN";
            default -> "中文";
        };
    }

    private static Set<String> byOurs(ResourceMetadata metadata) {
        Set<String> paths = new TreeSet<>();
        OURS.validate(MetadataDocument.of(metadata), finding -> add(paths, finding));
        return paths;
    }

    private static void add(Set<String> paths, Finding finding) {
        if (EXPRESSED.contains(finding.id())) {
            paths.add(finding.location().path());
        }
    }

    private static Set<String> byJakarta(ResourceMetadata metadata) {
        Set<String> paths = new TreeSet<>();
        for (ConstraintViolation<ResourceMetadata> violation : JAKARTA.validate(metadata)) {
            paths.add(pointer(violation.getPropertyPath().toString()));
        }
        return paths;
    }

    /** {@code general.languages[0].<list element>} as {@code /general/language/0}. */
    private static String pointer(String propertyPath) {
        StringBuilder pointer = new StringBuilder();
        CompositeType<?> type = MetadataElements.RESOURCE_METADATA;
        for (String step : propertyPath.replace(".<list element>", "").split("\\.")) {
            int bracket = step.indexOf('[');
            String component = bracket < 0 ? step : step.substring(0, bracket);
            if (type != null) {
                int index = indexOf(type, component);
                pointer.append('/').append(type.elements().get(index).name());
                type = type.elements().get(index).kind() == ElementKind.COMPOSITE
                        ? type.elements().get(index).composite()
                        : null;
            } else if (!component.equals("texts")) {
                pointer.append('/').append(component);
            }
            if (bracket >= 0) {
                pointer.append('/').append(step, bracket + 1, step.length() - 1);
            }
        }
        return pointer.toString();
    }

    private static int indexOf(CompositeType<?> type, String component) {
        for (int i = 0; i < type.elements().size(); i++) {
            if (type.recordClass().getRecordComponents()[i].getName().equals(component)) {
                return i;
            }
        }
        throw new IllegalArgumentException(type.name() + " has no component " + component);
    }
}
