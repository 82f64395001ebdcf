package io.xuemeng.resource.json;

import io.xuemeng.core.input.Limits;
import io.xuemeng.core.json.JsonEvent;
import io.xuemeng.core.json.JsonReader;
import io.xuemeng.core.json.RawJson;
import io.xuemeng.core.json.UnreadableJsonException;
import io.xuemeng.resource.metadata.Extension;
import org.jspecify.annotations.Nullable;

/** An extension as an item of the property {@code extensions}: an object of four strings. */
final class ExtensionForm {

    static final String PARENT = "parent";
    static final String NAME = "name";
    static final String MEDIA_TYPE = "mediaType";
    static final String CONTENT = "content";

    private ExtensionForm() {}

    /** The extension, or null when the value is not of this form. */
    static @Nullable Extension read(RawJson value) {
        String parent = null;
        String name = null;
        String mediaType = null;
        String content = null;
        // The document's reader has checked the value, so there is nothing to be found twice.
        try (JsonReader json = value.open(Limits.defaults(), finding -> {})) {
            if (json.next() != JsonEvent.START_OBJECT) {
                return null;
            }
            while (json.nextMember()) {
                String member = json.name();
                if (json.next() != JsonEvent.STRING) {
                    return null;
                }
                switch (member) {
                    case PARENT -> parent = json.text();
                    case NAME -> name = json.text();
                    case MEDIA_TYPE -> mediaType = json.text();
                    case CONTENT -> content = json.text();
                    default -> {
                        return null;
                    }
                }
            }
        } catch (UnreadableJsonException e) {
            return null;
        }
        return parent == null || name == null || mediaType == null || content == null
                ? null
                : new Extension(parent, name, mediaType, content);
    }
}
