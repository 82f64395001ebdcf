package io.xuemeng.lrs.statement;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which languages a reader wants, best first, as the header {@code Accept-Language} says it (RFC 9110, section 12.5.4). It
 * chooses one language for each language map by itself, as both standards ask of the format {@code canonical} (Communication
 * 2.1.3; IEEE 9274.1.1-2023, 4.1.6.1). Immutable and thread-safe.
 */
public final class LanguagePreference {

    /** No preference: the first language of each map. */
    public static final LanguagePreference NONE = new LanguagePreference(List.of());

    /** Beyond this many ranges the rest of a header is not looked at; a browser sends some five. */
    private static final int MAX_RANGES = 64;

    private record Range(String text, double quality) {}

    private final List<Range> ranges;

    private LanguagePreference(List<Range> ranges) {
        this.ranges = ranges;
    }

    /** The preference that a header's value states; ranges it writes wrongly are passed over. */
    public static LanguagePreference parse(String header) {
        List<Range> ranges = new ArrayList<>();
        for (String part : header.split(",", MAX_RANGES + 1)) {
            if (ranges.size() == MAX_RANGES) {
                break;
            }
            int semicolon = part.indexOf(';');
            String range = (semicolon < 0 ? part : part.substring(0, semicolon)).strip();
            double quality = semicolon < 0 ? 1 : quality(part.substring(semicolon + 1));
            if (!range.isEmpty() && quality >= 0) {
                ranges.add(new Range(range.toLowerCase(Locale.ROOT), quality));
            }
        }
        // Stable: of equal quality the first named comes first.
        ranges.sort((a, b) -> Double.compare(b.quality(), a.quality()));
        return new LanguagePreference(List.copyOf(ranges));
    }

    /** The quality of {@code q=0.5}, or -1 when it is none. */
    private static double quality(String parameter) {
        String text = parameter.strip();
        if (text.length() > 7 || !text.regionMatches(true, 0, "q=", 0, 2)) {
            return -1;
        }
        String number = text.substring(2).strip();
        if (!number.matches("0(\\.\\d{0,3})?|1(\\.0{0,3})?")) {
            return -1;
        }
        return Double.parseDouble(number);
    }

    /**
     * The best of some language tags: for each range in order of quality, the tag that equals it, else one that begins with it,
     * else, with its subtags dropped from the end, one that the shorter range finds (RFC 4647, 3.4); when no range finds one,
     * the first that is not refused with quality 0, and at last the first of all.
     *
     * @param tags language tags, best first where nothing else decides
     * @return empty when there are no tags
     */
    public Optional<String> choose(Collection<String> tags) {
        for (Range range : ranges) {
            if (range.quality() > 0) {
                Optional<String> found = range.text().equals("*") ? firstNotRefused(tags) : lookUp(range.text(), tags);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return firstNotRefused(tags).or(() -> tags.stream().findFirst());
    }

    private Optional<String> lookUp(String range, Collection<String> tags) {
        String shorter = range;
        while (true) {
            for (String tag : tags) {
                if (tag.equalsIgnoreCase(shorter) && !isRefused(tag)) {
                    return Optional.of(tag);
                }
            }
            for (String tag : tags) {
                if (matches(shorter, tag) && !isRefused(tag)) {
                    return Optional.of(tag);
                }
            }
            int hyphen = shorter.lastIndexOf('-');
            if (hyphen < 0) {
                return Optional.empty();
            }
            // A singleton does not stand at the end.
            shorter = shorter.substring(0, hyphen > 2 && shorter.charAt(hyphen - 2) == '-' ? hyphen - 2 : hyphen);
        }
    }

    private Optional<String> firstNotRefused(Collection<String> tags) {
        return tags.stream().filter(tag -> !isRefused(tag)).findFirst();
    }

    private boolean isRefused(String tag) {
        Range best = null;
        for (Range range : ranges) {
            if ((range.text().equals("*") || matches(range.text(), tag))
                    && (best == null || range.text().length() > best.text().length())) {
                best = range;
            }
        }
        return best != null && best.quality() == 0;
    }

    private static boolean matches(String range, String tag) {
        int length = range.length();
        return tag.regionMatches(true, 0, range, 0, length)
                && (tag.length() == length || (tag.length() > length && tag.charAt(length) == '-'));
    }
}
