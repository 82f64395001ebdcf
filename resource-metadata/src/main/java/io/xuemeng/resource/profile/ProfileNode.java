package io.xuemeng.resource.profile;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A value of a profile file with the place it stands at. Profiles are small and read once, so a tree is the simplest thing
 * that can say where each value stands after its neighbours were seen.
 */
final class ProfileNode {

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(16)
                    .maxDocumentLength(16 << 20)
                    .build())
            .build();

    final int line;
    final int column;
    final String path;
    final JsonToken token;
    final String text;
    final Map<String, ProfileNode> fields = new LinkedHashMap<>();
    final List<ProfileNode> items = new ArrayList<>();

    private ProfileNode(JsonParser parser, String path) throws IOException {
        JsonLocation location = parser.currentTokenLocation();
        this.line = location.getLineNr();
        this.column = location.getColumnNr();
        this.path = path;
        this.token = parser.currentToken();
        this.text = token.isScalarValue() ? parser.getText() : "";
        if (token == JsonToken.START_OBJECT) {
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                parser.nextToken();
                fields.put(name, new ProfileNode(parser, path + '/' + name));
            }
        } else if (token == JsonToken.START_ARRAY) {
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                items.add(new ProfileNode(parser, path + '/' + items.size()));
            }
        }
    }

    /**
     * Reads a file's bytes.
     *
     * @throws InvalidProfileException when they are not JSON
     */
    static ProfileNode parse(String file, byte[] bytes) {
        try (JsonParser parser = JSON.createParser(bytes)) {
            if (parser.nextToken() == null) {
                throw invalid(file, 1, 1, "the file is empty");
            }
            ProfileNode root = new ProfileNode(parser, "");
            if (parser.nextToken() != null) {
                JsonLocation location = parser.currentTokenLocation();
                throw invalid(
                        file, location.getLineNr(), location.getColumnNr(), "something follows after the JSON value");
            }
            return root;
        } catch (JsonProcessingException e) {
            JsonLocation location = e.getLocation();
            int line = location == null ? 1 : Math.max(1, location.getLineNr());
            int column = location == null ? 1 : Math.max(1, location.getColumnNr());
            throw invalid(file, line, column, e.getOriginalMessage());
        } catch (IOException e) {
            throw invalid(file, 1, 1, String.valueOf(e.getMessage()));
        }
    }

    private static InvalidProfileException invalid(String file, int line, int column, String message) {
        return new InvalidProfileException(
                file, List.of(new InvalidProfileException.Problem(line, column, "", message)));
    }

    boolean isObject() {
        return token == JsonToken.START_OBJECT;
    }

    boolean isArray() {
        return token == JsonToken.START_ARRAY;
    }

    boolean isText() {
        return token == JsonToken.VALUE_STRING;
    }

    boolean isInteger() {
        return token == JsonToken.VALUE_NUMBER_INT;
    }

    /** The field, or this node when it is missing: where a problem is pointed at. */
    ProfileNode at(String name) {
        ProfileNode field = fields.get(name);
        return field == null ? this : field;
    }

    @Nullable
    ProfileNode get(String name) {
        return fields.get(name);
    }
}
