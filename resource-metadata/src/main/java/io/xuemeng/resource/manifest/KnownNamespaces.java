package io.xuemeng.resource.manifest;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The namespaces that manifests use, from {@code namespaces.tsv}, and the nearest of them to one that is mistyped. */
final class KnownNamespaces {

    /** What a namespace is for. */
    enum Use {
        /** Root namespace of IMS Content Packaging. */
        PACKAGING,
        /** Root namespace of a Common Cartridge. */
        CARTRIDGE,
        /** What SCORM adds. */
        SCORM,
        /** Metadata records. */
        METADATA,
        /** Anything else that is common. */
        KNOWN
    }

    /** A known namespace. The version is empty when it has none. */
    record Namespace(String uri, Use use, String version) {}

    /** How many characters a mistyped namespace may differ in. */
    private static final int MAX_DISTANCE = 3;

    private static final Map<String, Namespace> BY_URI = read();

    private KnownNamespaces() {}

    private static Map<String, Namespace> read() {
        Map<String, Namespace> namespaces = new LinkedHashMap<>();
        try (InputStream in = KnownNamespaces.class.getResourceAsStream("namespaces.tsv")) {
            if (in == null) {
                throw new IllegalStateException("namespaces.tsv is missing from xuemeng-resource-metadata");
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("#")) {
                    String[] cells = line.split("\t", -1);
                    Use use = Use.valueOf(cells[1].toUpperCase(Locale.ROOT));
                    namespaces.put(cells[0], new Namespace(cells[0], use, cells[2]));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("namespaces.tsv of xuemeng-resource-metadata could not be read", e);
        }
        return namespaces;
    }

    /** A namespace, or null when it is not known. */
    static @Nullable Namespace find(String uri) {
        return BY_URI.get(uri);
    }

    /** The known namespace that a mistyped one was probably meant to be; null when none is near, or it is known itself. */
    static @Nullable String nearest(String uri) {
        if (BY_URI.containsKey(uri) || uri.length() < 12 || uri.length() > 120) {
            return null;
        }
        String folded = fold(uri);
        String best = null;
        int bestDistance = MAX_DISTANCE + 1;
        for (String known : BY_URI.keySet()) {
            if (differsInVersion(uri, known)) {
                continue;
            }
            int distance = distance(folded, fold(known), bestDistance);
            if (distance < bestDistance) {
                best = known;
                bestDistance = distance;
            }
        }
        return best;
    }

    /** A namespace whose digits differ is another version, perhaps one that this library does not know yet, not a typo. */
    private static boolean differsInVersion(String one, String other) {
        return !digits(unconfused(one, other)).equals(digits(other));
    }

    /** Text with the letters l, I and O read as the digits that stand in their places in another text of its length. */
    private static String unconfused(String text, String other) {
        if (text.length() != other.length()) {
            return text;
        }
        StringBuilder out = new StringBuilder(text);
        for (int i = 0; i < out.length(); i++) {
            char digit = switch (out.charAt(i)) {
                case 'l', 'I' -> '1';
                case 'O', 'o' -> '0';
                default -> out.charAt(i);
            };
            if (digit == other.charAt(i)) {
                out.setCharAt(i, digit);
            }
        }
        return out.toString();
    }

    private static String digits(String text) {
        StringBuilder digits = new StringBuilder(8);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits.append(c);
            }
        }
        return digits.toString();
    }

    private static String fold(String uri) {
        String folded = uri.trim().toLowerCase(Locale.ROOT);
        if (folded.startsWith("https:")) {
            folded = "http:" + folded.substring(6);
        }
        return folded.endsWith("/") || folded.endsWith("#") ? folded.substring(0, folded.length() - 1) : folded;
    }

    /** The edit distance, or {@code limit} when it is at least that. */
    private static int distance(String a, String b, int limit) {
        if (Math.abs(a.length() - b.length()) >= limit) {
            return limit;
        }
        int[] previous = new int[b.length() + 1];
        int[] current = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            current[0] = i;
            int least = i;
            for (int j = 1; j <= b.length(); j++) {
                int replace = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(replace, Math.min(previous[j], current[j - 1]) + 1);
                least = Math.min(least, current[j]);
            }
            if (least >= limit) {
                return limit;
            }
            int[] swap = previous;
            previous = current;
            current = swap;
        }
        return previous[b.length()];
    }
}
