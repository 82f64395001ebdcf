package io.xuemeng.resource.vocabulary;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One list of values, for some elements of the metadata model. Immutable and thread-safe. */
public final class Vocabulary {

    private static final int NEAREST = 3;
    // Longer texts are no mistyped values; comparing them would cost the reader time for nothing.
    private static final int COMPARED_LENGTH = 60;

    private final String id;
    private final boolean open;
    private final Set<String> elements;
    private final List<String> sources;
    private final Set<String> extendedSources;
    private final String titleZh;
    private final String titleEn;
    private final Provenance provenance;
    private final List<VocabularyItem> items;
    private final Map<String, VocabularyItem> exact = new HashMap<>();
    private final Map<String, VocabularyItem> folded = new HashMap<>();

    Vocabulary(VocabularyFile.Header header, Provenance provenance, List<VocabularyItem> items) {
        this.id = header.id();
        this.open = header.open();
        this.elements = Set.copyOf(header.elements());
        this.sources = List.copyOf(header.sources());
        this.extendedSources = Set.copyOf(header.extendedSources());
        this.titleZh = header.titleZh();
        this.titleEn = header.titleEn();
        this.provenance = provenance;
        this.items = List.copyOf(items);
        for (VocabularyItem item : items) {
            exact.put(item.value(), item);
            item.codes().forEach(code -> exact.put(code, item));
        }
        for (VocabularyItem item : items) {
            foldedOf(item).forEach(spelling -> folded.putIfAbsent(fold(spelling), item));
        }
    }

    private static List<String> foldedOf(VocabularyItem item) {
        List<String> spellings = new ArrayList<>(item.aliases());
        spellings.add(0, item.value());
        spellings.add(item.labelZh());
        spellings.add(item.labelEn());
        spellings.removeIf(String::isEmpty);
        return spellings;
    }

    /** The id, unique among {@link Vocabularies}, for example {@code zxxxd} or {@code learningResourceType}. */
    public String id() {
        return id;
    }

    /**
     * Whether the list may lack values that are right: a snapshot of a living list, or examples that a standard gives. A
     * value that is not in a closed list is wrong.
     */
    public boolean isOpen() {
        return open;
    }

    /** Whether national extensions of the list are in use under this name of its source, as {@code LOM-ESv1.0}. */
    public boolean isExtendedUnder(String source) {
        return !extendedSources.isEmpty() && extendedSources.contains(source);
    }

    /** The elements it is for, as paths without positions such as {@code educational.context}; empty for codes alone. */
    public Set<String> elements() {
        return elements;
    }

    /** The name under which metadata cites it, for example {@code LOMv1.0}. */
    public String source() {
        return sources.get(0);
    }

    /** All names under which metadata cites it, the preferred one first. */
    public List<String> sources() {
        return sources;
    }

    /** What it lists, in the reader's language. */
    public String title(Locale locale) {
        return locale.getLanguage().equals("zh") ? titleZh : titleEn;
    }

    /** Where its values come from. */
    public Provenance provenance() {
        return provenance;
    }

    /** Its values in the order of the source. */
    public List<VocabularyItem> items() {
        return items;
    }

    /** The item that has this value or code, character for character; null when there is none. */
    public @Nullable VocabularyItem find(String value) {
        return exact.get(value);
    }

    /** The item that is meant by a value in other letter case, with other blanks, or by a name or alias; null when none is. */
    public @Nullable VocabularyItem guess(String value) {
        return value.length() > COMPARED_LENGTH ? null : folded.get(fold(value));
    }

    /** Up to three values that are spelt most like the given one, nearest first. */
    public List<String> nearest(String value) {
        record Candidate(VocabularyItem item, int distance) {}
        String text = fold(value.length() > COMPARED_LENGTH ? value.substring(0, COMPARED_LENGTH) : value);
        List<Candidate> candidates = new ArrayList<>(folded.size());
        folded.forEach((spelling, item) -> candidates.add(new Candidate(item, EditDistance.between(text, spelling))));
        // Equally near ones in the order of the list, so that a report says the same each time.
        candidates.sort(Comparator.comparingInt(Candidate::distance)
                .thenComparingInt(candidate -> items.indexOf(candidate.item())));
        return candidates.stream()
                .map(candidate -> candidate.item().value())
                .distinct()
                .limit(NEAREST)
                .toList();
    }

    /** Lower case, with runs of blanks, hyphens and underscores as one blank. */
    private static String fold(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean gap = c <= ' ' || c == '_' || c == '-' || c == '\u00a0' || c == '\u3000';
            if (!gap) {
                out.append(Character.toLowerCase(c));
            } else if (!out.isEmpty() && out.charAt(out.length() - 1) != ' ') {
                out.append(' ');
            }
        }
        int length = out.length();
        return length > 0 && out.charAt(length - 1) == ' ' ? out.substring(0, length - 1) : out.toString();
    }

    /** The id. */
    @Override
    public String toString() {
        return id;
    }
}
