package io.xuemeng.resource.metadata;

import io.xuemeng.resource.metadata.VCard.Problem;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one vCard and notes what is wrong with it. Used once. */
final class VCardParser {

    /** Where a property begins in a vCard that lost its line ends. A name alone is not enough: "URL" is a word, too. */
    private static final Pattern PROPERTY_START = Pattern.compile(
            "\\s+(?=(?:BEGIN|VERSION|FN|N|ORG|EMAIL|TEL|ADR|LABEL|URL|NOTE|TITLE|ROLE|PHOTO|LOGO|BDAY|UID|REV|PRODID|"
                    + "NICKNAME|CATEGORIES|KIND|LANG|TZ|GEO|SOURCE|CLASS|KEY|SOUND|MAILER|X-[A-Z0-9-]+|END)[:;])",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern PROPERTY_LINE = Pattern.compile("\\s+(?:[A-Za-z0-9-]+\\.)?[A-Za-z0-9-]+[:;].*");

    private final EnumSet<Problem> problems = EnumSet.noneOf(Problem.class);
    private @Nullable String version;
    private @Nullable String formattedName;
    private @Nullable String nameValue;
    private @Nullable String organizationValue;

    VCard.Reading parse(String text) {
        String card = text.strip();
        if (!card.regionMatches(true, 0, "BEGIN:VCARD", 0, "BEGIN:VCARD".length())) {
            return new VCard.Reading(new VCard(null, null, List.of(), List.of()), List.of(Problem.NOT_A_VCARD));
        }
        boolean ended = false;
        for (String line : lines(card)) {
            if (line.isBlank()) {
                continue;
            }
            if (ended) {
                problems.add(Problem.MORE_AFTER_END);
                break;
            }
            ended = property(line);
        }
        if (!ended) {
            problems.add(Problem.NO_END);
        }
        judge();
        return new VCard.Reading(
                new VCard(version, formattedName, components(nameValue), components(organizationValue)),
                List.copyOf(problems));
    }

    private List<String> lines(String card) {
        List<String> physical = new ArrayList<>();
        if (card.indexOf('\n') < 0 && card.indexOf('\r') < 0) {
            if (card.contains("\\n")) {
                problems.add(Problem.ESCAPED_LINE_ENDS);
                physical.addAll(List.of(card.split("(?:\\\\r)?\\\\n", -1)));
            } else {
                problems.add(Problem.LOST_LINE_ENDS);
                physical.addAll(List.of(PROPERTY_START.split(card)));
            }
            return physical.stream().map(String::strip).toList();
        }
        if (card.replace("\r\n", "").indexOf('\n') >= 0) {
            problems.add(Problem.BARE_LINE_FEEDS);
        }
        String[] split = card.split("\r\n|\n|\r", -1);
        if (split.length > 1 && PROPERTY_LINE.matcher(split[1]).matches()) {
            problems.add(Problem.INDENTED);
            for (String line : split) {
                physical.add(line.strip());
            }
            return physical;
        }
        for (String line : split) {
            if (!physical.isEmpty() && !line.isEmpty() && (line.charAt(0) == ' ' || line.charAt(0) == '\t')) {
                int last = physical.size() - 1;
                physical.set(last, physical.get(last) + line.substring(1));
            } else {
                physical.add(line);
            }
        }
        return physical;
    }

    /** Takes a property, and says whether it was the end. */
    private boolean property(String line) {
        int colon = colon(line);
        if (colon <= 0) {
            problems.add(Problem.MALFORMED_LINE);
            return false;
        }
        int nameEnd = line.indexOf(';');
        String name = line.substring(0, nameEnd < 0 || nameEnd > colon ? colon : nameEnd);
        name = name.substring(name.lastIndexOf('.') + 1).strip().toUpperCase(Locale.ROOT);
        String value = line.substring(colon + 1).strip();
        switch (name) {
            case "" -> problems.add(Problem.MALFORMED_LINE);
            case "VERSION" -> version = version == null ? value : version;
            case "FN" -> formattedName = formattedName == null ? unescape(value) : formattedName;
            case "N" -> nameValue = nameValue == null ? value : nameValue;
            case "ORG" -> organizationValue = organizationValue == null ? value : organizationValue;
            case "END" -> {
                return true;
            }
            default -> {
                // A property this record has no place for.
            }
        }
        return false;
    }

    /** The colon between a property's parameters and its value; one inside a quoted parameter does not count. */
    private static int colon(String line) {
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ':' && !quoted) {
                return i;
            }
        }
        return -1;
    }

    private void judge() {
        if (version == null || version.isEmpty()) {
            problems.add(Problem.NO_VERSION);
        } else if (!version.equals("3.0") && !version.equals("4.0")) {
            problems.add(Problem.OTHER_VERSION);
        }
        if (formattedName == null || formattedName.isBlank()) {
            problems.add(Problem.NO_FORMATTED_NAME);
        }
        if (nameValue == null && "3.0".equals(version)) {
            problems.add(Problem.NO_NAME);
        }
    }

    private static List<String> components(@Nullable String value) {
        List<String> components = new ArrayList<>();
        if (value == null || value.isEmpty()) {
            return components;
        }
        int from = 0;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == ';') {
                components.add(unescape(value.substring(from, i).strip()));
                from = i + 1;
            }
        }
        components.add(unescape(value.substring(from).strip()));
        return components;
    }

    private static String unescape(String value) {
        if (value.indexOf('\\') < 0) {
            return value;
        }
        StringBuilder out = new StringBuilder(value.length());
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c != '\\' || i + 1 == value.length()) {
                out.append(c);
            } else {
                char next = value.charAt(++i);
                switch (next) {
                    case 'n', 'N' -> out.append('\n');
                    case '\\', ',', ';', ':' -> out.append(next);
                    default -> out.append(c).append(next);
                }
            }
        }
        return out.toString();
    }
}
