package io.xuemeng.identity.hub;

import io.xuemeng.core.input.Limits;
import io.xuemeng.core.json.JsonEvent;
import io.xuemeng.core.json.JsonReader;
import io.xuemeng.core.json.RawJson;
import io.xuemeng.core.json.UnreadableJsonException;
import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.FindingCollector;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The members of a JSON object that the hub answered with, or that stands within one. Codes may be strings or numbers. */
final class HubAnswer {

    private final String path;
    private final Map<String, RawJson> members;
    private final Map<String, String> texts;

    private HubAnswer(String path, Map<String, RawJson> members, Map<String, String> texts) {
        this.path = path;
        this.members = members;
        this.texts = texts;
    }

    /** Reads an answer, and throws what it refuses with. */
    static HubAnswer read(String path, byte[] body) throws HubException {
        FindingCollector findings = new FindingCollector();
        Limits limits = Limits.defaults();
        try (JsonReader json = JsonReader.open(ByteBuffer.wrap(body), limits.metadataDepth(), null, limits, findings)) {
            HubAnswer answer = read(path, json);
            json.next();
            if (findings.isEmpty()) {
                answer.checkCode();
                return answer;
            }
        } catch (UnreadableJsonException e) {
            throw new HubException(
                    "the answer of the hub to " + path + " cannot be read: "
                            + e.finding().message(Locale.ENGLISH),
                    e);
        }
        Finding finding = findings.findings().get(0);
        throw new HubException(
                "the answer of the hub to " + path + " cannot be read: " + finding.message(Locale.ENGLISH), null);
    }

    private static HubAnswer read(String path, JsonReader json) throws UnreadableJsonException, HubException {
        if (json.next() != JsonEvent.START_OBJECT) {
            throw new HubException("the answer of the hub to " + path + " is not a JSON object", null);
        }
        Map<String, RawJson> members = new LinkedHashMap<>();
        Map<String, String> texts = new LinkedHashMap<>();
        while (json.nextMember()) {
            String name = json.name();
            RawJson value = json.captureValue();
            members.put(name, value);
            String text = text(value, json.limits());
            if (text != null) {
                texts.put(name, text);
            }
        }
        return new HubAnswer(path, members, texts);
    }

    /** A string, or a number as it is written; null for everything else. */
    private static @Nullable String text(RawJson value, Limits limits) throws UnreadableJsonException {
        try (JsonReader json = value.open(limits, finding -> {})) {
            JsonEvent event = json.next();
            return event == JsonEvent.STRING || event == JsonEvent.NUMBER ? json.text() : null;
        }
    }

    private void checkCode() throws HubException {
        String code = texts.get("retCode");
        if (code == null) {
            throw new HubException("the answer of the hub to " + path + " has no \"retCode\"", null);
        }
        if (!code.equals(HubError.OK)) {
            throw new HubRefusedException(path, code, texts.getOrDefault("retDesc", ""), members.get("data"));
        }
    }

    /** The object in {@code data}. */
    HubAnswer data() throws HubException {
        return object("data");
    }

    /** An object within this one. */
    HubAnswer object(String name) throws HubException {
        RawJson value = members.get(name);
        if (value == null || !value.isObject()) {
            throw new HubException("the answer of the hub to " + path + " has no object \"" + name + "\"", null);
        }
        try (JsonReader json = value.open(Limits.defaults(), finding -> {})) {
            return read(path, json);
        } catch (UnreadableJsonException e) {
            throw new HubException("the answer of the hub to " + path + " cannot be read", e);
        }
    }

    boolean hasObject(String name) {
        RawJson value = members.get(name);
        return value != null && value.isObject();
    }

    @Nullable
    String find(String name) {
        return texts.get(name);
    }

    String text(String name) throws HubException {
        String text = texts.get(name);
        if (text == null || text.isEmpty()) {
            throw new HubException("the answer of the hub to " + path + " has no \"" + name + "\"", null);
        }
        return text;
    }

    Map<String, RawJson> members() {
        return members;
    }
}
