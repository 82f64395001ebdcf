package io.xuemeng.resource.json;

import io.xuemeng.core.input.Limits;
import io.xuemeng.core.json.JsonReader;
import io.xuemeng.core.json.RawJson;
import io.xuemeng.core.json.UnreadableJsonException;
import io.xuemeng.core.requirement.FindingCollector;
import io.xuemeng.resource.metadata.Extension;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The extensions of a record while it is written: which can stand in place, and which are left over. */
final class ExtensionPlaces {

    private final List<Extension> left;

    ExtensionPlaces(List<Extension> extensions) {
        this.left = new ArrayList<>(extensions);
    }

    /** Whether none is left. */
    boolean isEmpty() {
        return left.isEmpty();
    }

    /** Whether a place has a JSON extension of a name that can stand there. */
    boolean has(String parent, String name) {
        return left.stream()
                .anyMatch(extension ->
                        isAt(extension, parent) && extension.name().equals(name) && content(extension, 0) != null);
    }

    /** Takes those that can stand in an object: valid JSON, with a free name, and not deeper than a reader goes. */
    Map<String, RawJson> take(String parent, int depth, Predicate<String> isFree) {
        Map<String, RawJson> here = new LinkedHashMap<>();
        left.removeIf(extension -> {
            if (!isAt(extension, parent) || here.containsKey(extension.name()) || !isFree.test(extension.name())) {
                return false;
            }
            RawJson content = content(extension, depth);
            if (content == null) {
                return false;
            }
            here.put(extension.name(), content);
            return true;
        });
        return here;
    }

    /** What has not been taken. */
    List<Extension> rest() {
        return left;
    }

    private static boolean isAt(Extension extension, String parent) {
        return extension.mediaType().equals(Extension.JSON)
                && extension.parent().equals(parent);
    }

    private static @Nullable RawJson content(Extension extension, int depth) {
        byte[] bytes = extension.content().getBytes(StandardCharsets.UTF_8);
        FindingCollector findings = new FindingCollector();
        Limits limits = Limits.defaults();
        // The document's own object is one level more than the path has steps.
        int levels = limits.metadataDepth() - depth - 1;
        try (JsonReader json = JsonReader.open(ByteBuffer.wrap(bytes), levels, null, limits, findings)) {
            json.next();
            RawJson content = json.captureValue();
            json.next();
            return findings.isEmpty() ? content : null;
        } catch (UnreadableJsonException e) {
            // A text that is no JSON cannot stand in JSON; it is written as a string instead.
            return null;
        }
    }
}
