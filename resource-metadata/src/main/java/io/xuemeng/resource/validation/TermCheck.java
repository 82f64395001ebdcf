package io.xuemeng.resource.validation;

import io.xuemeng.resource.metadata.VocabularyTerm;
import io.xuemeng.resource.requirement.MetadataRequirement;
import io.xuemeng.resource.vocabulary.Vocabularies;
import io.xuemeng.resource.vocabulary.Vocabulary;
import io.xuemeng.resource.vocabulary.VocabularyItem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Holds the values of one element against the vocabularies they name. Immutable. */
final class TermCheck {

    /** For elements that hold no values of vocabularies. */
    static final TermCheck NONE = new TermCheck("");

    private final String elementPath;
    private final List<String> sources;
    private final Map<String, Vocabulary> bySource = new HashMap<>();

    TermCheck(String elementPath) {
        this.elementPath = elementPath;
        List<Vocabulary> vocabularies = Vocabularies.bundled().ofElement(elementPath);
        this.sources = vocabularies.stream().map(Vocabulary::source).distinct().toList();
        for (Vocabulary vocabulary : vocabularies) {
            vocabulary.sources().forEach(source -> bySource.put(source, vocabulary));
        }
    }

    void check(VocabularyTerm term, Reporter reporter) {
        String source = term.source() == null ? "" : term.source().strip();
        String value = term.value() == null ? "" : term.value();
        if (value.isBlank()) {
            reporter.report(
                    source.isEmpty()
                            ? reporter.of(MetadataRequirement.EMPTY_VALUE).with("element", elementPath)
                            : reporter.of(MetadataRequirement.VOCABULARY_VALUE_MISSING)
                                    .with("element", elementPath)
                                    .with("source", source));
            return;
        }
        Vocabulary vocabulary = bySource.get(source);
        if (vocabulary == null) {
            reportSource(source, value, reporter);
        } else if (vocabulary.find(value) == null) {
            reportValue(vocabulary, source, value, reporter);
        }
    }

    private void reportSource(String source, String value, Reporter reporter) {
        if (source.isEmpty()) {
            reporter.report(reporter.of(MetadataRequirement.VOCABULARY_SOURCE_MISSING)
                    .with("element", elementPath)
                    .with("value", value)
                    .with("allowed", sources));
        } else if (Vocabularies.bundled().isSource(source)) {
            reporter.report(reporter.of(MetadataRequirement.VOCABULARY_NOT_OF_ELEMENT)
                    .with("element", elementPath)
                    .with("source", source)
                    .with("value", value)
                    .with("allowed", sources));
        } else {
            reporter.report(reporter.of(MetadataRequirement.VOCABULARY_SOURCE_UNKNOWN)
                    .with("source", source)
                    .with("value", value)
                    .with("allowed", sources));
        }
    }

    private void reportValue(Vocabulary vocabulary, String source, String value, Reporter reporter) {
        VocabularyItem meant = vocabulary.guess(value);
        if (meant != null) {
            reporter.report(reporter.of(MetadataRequirement.VOCABULARY_VALUE_SPELLING)
                    .with("source", source)
                    .with("value", value)
                    .with("suggestion", meant.value()));
            return;
        }
        if (vocabulary.isExtendedUnder(source)) {
            // Of a national extension only the common values are known; its own may be right.
            reporter.report(reporter.of(MetadataRequirement.VOCABULARY_SOURCE_UNKNOWN)
                    .with("source", source)
                    .with("value", value)
                    .with("allowed", sources));
            return;
        }
        reporter.report(reporter.of(
                        vocabulary.isOpen()
                                ? MetadataRequirement.VOCABULARY_VALUE_NOT_LISTED
                                : MetadataRequirement.VOCABULARY_VALUE_UNKNOWN)
                .with("element", elementPath)
                .with("source", source)
                .with("value", value)
                .with("allowed", vocabulary.nearest(value)));
    }
}
