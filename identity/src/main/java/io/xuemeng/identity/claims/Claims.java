package io.xuemeng.identity.claims;

import io.xuemeng.core.code.PersonalData;
import io.xuemeng.core.input.Limits;
import io.xuemeng.core.json.JsonEvent;
import io.xuemeng.core.json.JsonReader;
import io.xuemeng.core.json.RawJson;
import io.xuemeng.core.json.UnreadableJsonException;
import io.xuemeng.core.requirement.Argument;
import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.FindingCollector;
import io.xuemeng.core.requirement.FindingSink;
import io.xuemeng.core.requirement.Location;
import io.xuemeng.core.requirement.Requirement;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The claims of one token, read once. What is asked for in a type that a claim does not have is reported and not there. For one thread.
 */
public final class Claims {

    private static final Argument STRING = new Argument.Term("a string", "字符串");
    private static final Argument STRINGS = new Argument.Term("an array of strings", "字符串数组");
    private static final Argument STRING_OR_STRINGS = new Argument.Term("a string or an array of strings", "字符串或字符串数组");
    private static final Argument NUMBER = new Argument.Term("a number of seconds", "以秒为单位的数字");
    private static final Argument BOOLEAN = new Argument.Term("true or false", "true 或 false");
    private static final Argument OBJECT = new Argument.Term("an object", "对象");

    private static final long LAST_SECOND = 253_402_300_799L;
    private static final BigDecimal LAST = BigDecimal.valueOf(LAST_SECOND);

    private static final Object OTHER = new Object();

    private record NumberText(String text) {}

    private final Map<String, Object> known = new HashMap<>();
    private final Map<String, RawJson> others = new LinkedHashMap<>();
    private final Limits limits;
    private final FindingCollector findings;
    private final @Nullable String entry;

    private Claims(@Nullable String entry, Limits limits, FindingCollector findings) {
        this.entry = entry;
        this.limits = limits;
        this.findings = findings;
    }

    /**
     * Reads a payload.
     *
     * @param known the claims that are strings, numbers, booleans or arrays of strings, which are read at once; all others are kept
     *     as they are
     * @return null when the payload is not a JSON object that can be read to its end; reported
     */
    public static @Nullable Claims read(byte[] payload, Set<String> known, Limits limits, FindingCollector findings) {
        return read(payload, known, null, limits, findings);
    }

    /** The same for one token of several, which findings name. */
    public static @Nullable Claims read(
            byte[] payload, Set<String> known, @Nullable String entry, Limits limits, FindingCollector findings) {
        Claims claims = new Claims(entry, limits, findings);
        try (JsonReader json =
                JsonReader.open(ByteBuffer.wrap(payload), limits.metadataDepth(), entry, limits, findings)) {
            if (json.next() != JsonEvent.START_OBJECT) {
                findings.report(Finding.of(ClaimRequirement.CLAIMS_OBJECT)
                        .at(Location.at(entry, null, 0, 0))
                        .build());
                return null;
            }
            while (json.nextMember()) {
                String name = json.name();
                if (known.contains(name)) {
                    claims.known.put(name, value(json));
                } else {
                    claims.others.put(name, json.captureValue());
                }
            }
            json.next();
        } catch (UnreadableJsonException e) {
            // The reader has reported it.
            return null;
        }
        return claims;
    }

    private static Object value(JsonReader json) throws UnreadableJsonException {
        switch (json.next()) {
            case STRING -> {
                return json.text();
            }
            case NUMBER -> {
                return new NumberText(json.text());
            }
            case TRUE -> {
                return true;
            }
            case FALSE -> {
                return false;
            }
            case START_ARRAY -> {
                List<String> texts = new ArrayList<>(2);
                boolean strings = true;
                while (json.nextElement()) {
                    if (json.event() == JsonEvent.STRING) {
                        texts.add(json.text());
                    } else {
                        json.skipValue();
                        strings = false;
                    }
                }
                return strings ? List.copyOf(texts) : OTHER;
            }
            default -> {
                json.skipValue();
                return OTHER;
            }
        }
    }

    /** Whether a claim is there, of whatever type. */
    public boolean has(String name) {
        return known.containsKey(name) || others.containsKey(name);
    }

    /** A string; null when it is not there or something else. */
    public @Nullable String text(String name) {
        Object value = known.get(name);
        if (value instanceof String text) {
            return text;
        }
        wrong(name, value, STRING);
        return null;
    }

    /** An array of strings; null when it is not there or something else. */
    public @Nullable List<String> texts(String name) {
        Object value = known.get(name);
        if (value instanceof List) {
            return list(value);
        }
        wrong(name, value, STRINGS);
        return null;
    }

    /** An array of strings, or one string, which stands for an array of it. */
    public @Nullable List<String> textOrTexts(String name) {
        Object value = known.get(name);
        if (value instanceof String text) {
            return List.of(text);
        }
        if (value instanceof List) {
            return list(value);
        }
        wrong(name, value, STRING_OR_STRINGS);
        return null;
    }

    @SuppressWarnings("unchecked") // Only lists of strings are put in.
    private static List<String> list(Object value) {
        return (List<String>) value;
    }

    /** {@code true} or {@code false}; null when it is not there or something else. */
    public @Nullable Boolean flag(String name) {
        Object value = known.get(name);
        if (value instanceof Boolean flag) {
            return flag;
        }
        wrong(name, value, BOOLEAN);
        return null;
    }

    /** A date (RFC 7519, 2, NumericDate); null when it is not there, something else, or before 1970 or after 9999. */
    public @Nullable Instant date(String name) {
        Object value = known.get(name);
        if (!(value instanceof NumberText number)) {
            wrong(name, value, NUMBER);
            return null;
        }
        String text = number.text();
        if (isShortWhole(text)) {
            long seconds = Long.parseLong(text);
            if (seconds <= LAST_SECOND) {
                return Instant.ofEpochSecond(seconds);
            }
        } else {
            BigDecimal seconds = new BigDecimal(text);
            if (seconds.signum() >= 0 && seconds.compareTo(LAST) <= 0) {
                long whole = seconds.longValue();
                return Instant.ofEpochSecond(
                        whole,
                        seconds.subtract(BigDecimal.valueOf(whole))
                                .movePointRight(9)
                                .longValue());
            }
        }
        report(ClaimRequirement.DATE_RANGE, name);
        return null;
    }

    private static boolean isShortWhole(String text) {
        if (text.length() > 18) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    /** A claim that is none of the known ones, as it is written; null when it is not there. */
    public @Nullable RawJson raw(String name) {
        return others.get(name);
    }

    /** The same for an object; null when it is not there or something else, which is reported. */
    public @Nullable RawJson object(String name) {
        RawJson value = others.get(name);
        if (value != null && value.isObject()) {
            return value;
        }
        wrong(name, value, OBJECT);
        return null;
    }

    /** The claims that are none of the known ones, in their order. */
    public Map<String, RawJson> others() {
        return others;
    }

    private void wrong(String name, @Nullable Object value, Argument expected) {
        if (value == null) {
            return;
        }
        findings.report(Finding.of(ClaimRequirement.CLAIM_FORM)
                .with("name", name)
                .with("expected", expected)
                .at(at(name))
                .build());
    }

    /** Reports a finding about a claim, which its sentences may name as <code>{name}</code>. */
    public void report(Requirement requirement, String name) {
        report(Finding.of(requirement).with("name", name), name);
    }

    /** Reports a finding about a claim. */
    public void report(Finding.Builder finding, String name) {
        findings.report(finding.at(at(name)).build());
    }

    /** Where the findings go. */
    public FindingCollector findings() {
        return findings;
    }

    private Location at(String name) {
        return Location.at(entry, '/' + name.replace("~", "~0").replace("/", "~1"), 0, 0);
    }

    /** Reports personal data in a known text. */
    public void forbidPersonalData(String name, @Nullable String text) {
        if (text != null && PersonalData.isIn(text)) {
            personalData(name, PersonalData.find(text));
        }
    }

    /** Reports personal data in the claims that are none of the known ones, however deep, but for those that may have some. */
    public void forbidPersonalDataInOthers(Set<String> allowed) {
        if (others.isEmpty()) {
            return;
        }
        others.forEach((name, value) -> {
            if (!allowed.contains(name)) {
                forbidPersonalData(name, value);
            }
        });
    }

    private void forbidPersonalData(String name, RawJson value) {
        if (PersonalData.isIn(name)) {
            personalData(name, PersonalData.find(name));
        }
        if (value.text().indexOf('\\') < 0) {
            forbidPersonalData(name, value.text());
            return;
        }
        // An escape may stand for any character, so the text itself says little.
        FindingSink reported = finding -> {};
        try (JsonReader json = value.open(limits, reported)) {
            while (true) {
                JsonEvent event = json.next();
                if (event == JsonEvent.END_DOCUMENT) {
                    return;
                }
                if (event == JsonEvent.STRING || event == JsonEvent.NUMBER || event == JsonEvent.NAME) {
                    forbidPersonalData(name, json.text());
                }
            }
        } catch (UnreadableJsonException e) {
            // It was read before; a fault in it has been reported then.
        }
    }

    private void personalData(String name, List<PersonalData> found) {
        report(
                Finding.of(ClaimRequirement.NO_PERSONAL_DATA)
                        .with("name", name)
                        .with("kind", PersonalDataKind.of(found.get(0).kind())),
                name);
    }
}
