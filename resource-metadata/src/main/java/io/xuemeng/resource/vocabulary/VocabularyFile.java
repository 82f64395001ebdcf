package io.xuemeng.resource.vocabulary;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file of vocabularies that this artifact carries: tab-separated, {@code #} lines say where it comes from, an {@code @}
 * line begins a list, every other line is a value.
 */
final class VocabularyFile {

    /** What an {@code @} line says. */
    record Header(
            String id,
            boolean open,
            List<String> elements,
            List<String> sources,
            List<String> extendedSources,
            String titleZh,
            String titleEn) {}

    private final String name;
    private final List<Vocabulary> vocabularies = new ArrayList<>();
    private String document = "";
    private String origin = "";
    private String confidence = "";

    private VocabularyFile(String name) {
        this.name = name;
    }

    static List<Vocabulary> read(String name) {
        VocabularyFile file = new VocabularyFile(name);
        file.gather(lines(name));
        return file.vocabularies;
    }

    static List<String> lines(String name) {
        try (InputStream in = VocabularyFile.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the vocabulary file " + name + " is missing from its artifact");
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            return reader.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the vocabulary file " + name + " could not be read", e);
        }
    }

    private void gather(List<String> lines) {
        Header header = null;
        List<VocabularyItem> items = new ArrayList<>();
        for (String line : lines) {
            String[] cells = line.split("\t", -1);
            if (line.startsWith("#")) {
                provenance(cells);
            } else if (line.startsWith("@")) {
                close(header, items);
                header = header(cells);
                items = new ArrayList<>();
            } else {
                items.add(item(cells));
            }
        }
        close(header, items);
    }

    private void provenance(String[] cells) {
        switch (cells[0]) {
            case "# document" -> document = cells[1];
            case "# origin" -> origin = cells[1];
            case "# confidence" -> confidence = cells[1];
            default -> {
                // A comment for those who read the file.
            }
        }
    }

    private void close(@Nullable Header header, List<VocabularyItem> items) {
        if (header != null) {
            vocabularies.add(new Vocabulary(header, new Provenance(document, origin, confidence), items));
        }
    }

    private Header header(String[] cells) {
        if (cells.length != 6) {
            throw new IllegalStateException("a list in " + name + " has " + cells.length + " columns: " + cells[0]);
        }
        List<String> sources = new ArrayList<>();
        List<String> extended = new ArrayList<>();
        for (String source : split(cells[3], '|')) {
            String plain = source.endsWith("~") ? source.substring(0, source.length() - 1) : source;
            sources.add(plain);
            if (source.endsWith("~")) {
                extended.add(plain);
            }
        }
        return new Header(
                cells[0].substring(1),
                cells[1].equals("open"),
                split(cells[2], ','),
                sources,
                extended,
                cells[4],
                cells[5]);
    }

    private static VocabularyItem item(String[] cells) {
        return new VocabularyItem(
                cells[1], split(cell(cells, 2), '|'), cell(cells, 3), cell(cells, 4), split(cell(cells, 5), '|'));
    }

    private static String cell(String[] cells, int index) {
        return index < cells.length ? cells[index] : "";
    }

    private static List<String> split(String text, char separator) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        while (from < text.length()) {
            int to = text.indexOf(separator, from);
            int end = to < 0 ? text.length() : to;
            parts.add(text.substring(from, end));
            from = end + 1;
        }
        return parts;
    }
}
