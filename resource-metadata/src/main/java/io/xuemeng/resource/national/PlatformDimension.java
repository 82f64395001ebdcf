package io.xuemeng.resource.national;

import io.xuemeng.resource.metadata.VocabularyTerm;
import io.xuemeng.resource.vocabulary.Vocabularies;
import io.xuemeng.resource.vocabulary.VocabularyItem;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The tag dimensions of the national platform that a record has an element for. */
enum PlatformDimension {
    STAGE(VocabularyTerm.STAGE, "stage", true),
    GRADE(VocabularyTerm.GRADE, "grade", true),
    SUBJECT(VocabularyTerm.SUBJECT, "subject", false),
    EDITION(VocabularyTerm.EDITION, "edition", false),
    VOLUME(VocabularyTerm.VOLUME, "volume", false);

    private static final Map<String, PlatformDimension> BY_ID =
            Stream.of(values()).collect(Collectors.toMap(dimension -> dimension.id, Function.identity()));

    private final String id;
    private final String element;
    private final boolean repeatable;

    PlatformDimension(String id, String element, boolean repeatable) {
        this.id = id;
        this.element = element;
        this.repeatable = repeatable;
    }

    /** The dimension's id, which is also the vocabulary's name in a record. */
    String id() {
        return id;
    }

    /** The element of a record's curriculum. */
    String element() {
        return element;
    }

    /** Whether a record holds several values of it. */
    boolean repeatable() {
        return repeatable;
    }

    /** The platform's id of the tag with a name; null when this library does not know it. */
    @Nullable
    String tagId(String name) {
        VocabularyItem item = Vocabularies.bundled()
                .find(id)
                .map(vocabulary -> vocabulary.find(name))
                .orElse(null);
        return item == null || !item.value().equals(name) || item.codes().isEmpty()
                ? null
                : item.codes().get(0);
    }

    /** The dimension with an id; null when a record has no element for it. */
    static @Nullable PlatformDimension of(String id) {
        return BY_ID.get(id);
    }
}
