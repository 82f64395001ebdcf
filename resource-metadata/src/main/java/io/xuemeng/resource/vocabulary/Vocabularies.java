package io.xuemeng.resource.vocabulary;

import io.xuemeng.resource.metadata.VocabularyTerm;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All vocabularies this library knows. Immutable and thread-safe. */
public final class Vocabularies {

    private static final List<String> FILES = List.of(
            "lom.tsv",
            "national-platform.tsv",
            "jyt1001.tsv",
            "gbt41469.tsv",
            "gb-codes.tsv",
            "aigc.tsv",
            "accessibility.tsv",
            "cc-roles.tsv",
            "spdx.tsv");

    private static final Vocabularies BUNDLED = load();

    private final List<Vocabulary> all;
    private final List<TermMapping> mappings;
    private final Map<String, Vocabulary> byId = new HashMap<>();
    private final Map<String, List<Vocabulary>> bySource = new HashMap<>();
    private final Map<String, List<Vocabulary>> byElement = new HashMap<>();

    private Vocabularies(List<Vocabulary> all, List<TermMapping> mappings) {
        this.all = List.copyOf(all);
        this.mappings = List.copyOf(mappings);
        for (Vocabulary vocabulary : all) {
            if (byId.put(vocabulary.id(), vocabulary) != null) {
                throw new IllegalStateException("two vocabularies have the id " + vocabulary.id());
            }
            vocabulary
                    .sources()
                    .forEach(source -> bySource.computeIfAbsent(source, key -> new ArrayList<>())
                            .add(vocabulary));
            vocabulary
                    .elements()
                    .forEach(element -> byElement
                            .computeIfAbsent(element, key -> new ArrayList<>())
                            .add(vocabulary));
        }
    }

    private static Vocabularies load() {
        List<Vocabulary> all = new ArrayList<>();
        FILES.forEach(file -> all.addAll(VocabularyFile.read(file)));
        List<TermMapping> mappings = VocabularyFile.lines("crosswalk.tsv").stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\t", -1))
                .map(cells -> new TermMapping(
                        VocabularyTerm.of(cells[0], cells[1]),
                        VocabularyTerm.of(cells[2], cells[3]),
                        cells[4].isEmpty() ? null : cells[4],
                        cells[5]))
                .toList();
        return new Vocabularies(all, mappings);
    }

    /** Those this artifact carries. */
    public static Vocabularies bundled() {
        return BUNDLED;
    }

    /** All of them. */
    public List<Vocabulary> all() {
        return all;
    }

    /** The vocabulary with an id, or empty when there is none. */
    public Optional<Vocabulary> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** Whether a source's name, or one of its usual spellings, is known. */
    public boolean isSource(String source) {
        return bySource.containsKey(source);
    }

    /** The lists that a source's name or alias stands for; empty when it is not known. */
    public List<Vocabulary> ofSource(String source) {
        return List.copyOf(bySource.getOrDefault(source, List.of()));
    }

    /** The lists for an element, given as a path without positions such as {@code educational.context}. */
    public List<Vocabulary> ofElement(String element) {
        return List.copyOf(byElement.getOrDefault(element, List.of()));
    }

    /** What is decided about the same meaning in two vocabularies. */
    public List<TermMapping> mappings() {
        return mappings;
    }

    /**
     * The values of another vocabulary that mean the same, in either direction; empty when that is not certain.
     *
     * @param term a value with its source
     * @param target the source of the values wanted, for example {@code JY/T 1001 NJ}
     * @param stage the school stage the value is used in, a value of {@code zxxxd}; null when it is not known, and then
     *     mappings of every stage are returned
     */
    public List<VocabularyTerm> translate(VocabularyTerm term, String target, @Nullable String stage) {
        List<VocabularyTerm> found = new ArrayList<>();
        for (TermMapping mapping : mappings) {
            if (stage != null && mapping.stage() != null && !stage.equals(mapping.stage())) {
                continue;
            }
            VocabularyTerm other =
                    mapping.from().equals(term) ? mapping.to() : mapping.to().equals(term) ? mapping.from() : null;
            if (other != null && target.equals(other.source()) && !found.contains(other)) {
                found.add(other);
            }
        }
        return found;
    }
}
