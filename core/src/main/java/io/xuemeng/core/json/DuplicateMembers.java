package io.xuemeng.core.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.FindingSink;
import io.xuemeng.core.requirement.Location;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reports every member of a document whose name its object has already, with both places. One walk over the document, and
 * only when a reader has met the first such member: so the usual document pays nothing for the places of its names.
 */
final class DuplicateMembers {

    private final byte[] document;
    private final int from;
    private final int to;
    private final @Nullable String entry;
    private final FindingSink findings;

    DuplicateMembers(byte[] document, int from, int to, @Nullable String entry, FindingSink findings) {
        this.document = document;
        this.from = from;
        this.to = to;
        this.entry = entry;
        this.findings = findings;
    }

    void report(int maxDepth) {
        Positions positions = new Positions(document, from);
        Deque<Map<String, Place>> open = new ArrayDeque<>();
        int depth = 0;
        try (JsonParser parser = StrictFactory.parser(document, from, to - from)) {
            JsonToken token = parser.nextToken();
            while (token != null && depth <= maxDepth) {
                switch (token) {
                    case START_OBJECT -> {
                        open.push(new HashMap<>());
                        depth++;
                    }
                    case START_ARRAY -> depth++;
                    case END_OBJECT -> {
                        open.pop();
                        depth--;
                    }
                    case END_ARRAY -> depth--;
                    case FIELD_NAME -> member(parser, positions, open.element());
                    default -> {
                        // A scalar has no names.
                    }
                }
                token = parser.nextToken();
            }
        } catch (IOException e) {
            // The reader comes to this fault too, and reports it then; up to it everything was looked at.
            return;
        }
    }

    private record Place(int line, int column) {}

    private void member(JsonParser parser, Positions positions, Map<String, Place> names) throws IOException {
        String name = parser.currentName();
        positions.moveTo(from + (int) parser.currentTokenLocation().getByteOffset());
        Place place = new Place(positions.line(), positions.column());
        Place first = names.putIfAbsent(name, place);
        if (first != null) {
            findings.report(Finding.of(JsonRequirement.UNIQUE_NAMES)
                    .with("name", name)
                    .with("line", first.line())
                    .with("column", first.column())
                    .at(Location.at(entry, Pointers.shown(parser), place.line(), place.column()))
                    .build());
        }
    }
}
