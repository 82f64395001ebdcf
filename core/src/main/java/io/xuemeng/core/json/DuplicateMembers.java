package io.xuemeng.core.json;

import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.FindingSink;
import io.xuemeng.core.requirement.Location;
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
        Positions positions = new Positions(document, from, to);
        Deque<Map<String, Place>> open = new ArrayDeque<>();
        Tokenizer tokens = new Tokenizer(document, from, to);
        JsonEvent event = tokens.next();
        // Where the grammar ends, and at its limits, the reader stops too, and reports it.
        while (event != null && event != JsonEvent.END_DOCUMENT && tokens.depth() <= maxDepth) {
            switch (event) {
                case START_OBJECT -> open.push(new HashMap<>());
                case END_OBJECT -> open.pop();
                case NAME -> member(tokens, positions, open.element());
                default -> {
                    // A scalar has no names.
                }
            }
            event = tokens.next();
        }
    }

    private record Place(int line, int column) {}

    private void member(Tokenizer tokens, Positions positions, Map<String, Place> names) {
        String name = tokens.name();
        if (name == null) {
            throw new IllegalStateException("a member has a name");
        }
        positions.moveTo(tokens.start());
        Place place = new Place(positions.line(), positions.column());
        Place first = names.putIfAbsent(name, place);
        if (first != null) {
            findings.report(Finding.of(JsonRequirement.UNIQUE_NAMES)
                    .with("name", name)
                    .with("line", first.line())
                    .with("column", first.column())
                    .at(Location.at(entry, Pointers.shown(tokens), place.line(), place.column()))
                    .build());
        }
    }
}
